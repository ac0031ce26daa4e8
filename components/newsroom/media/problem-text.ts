import { useTranslations } from "next-intl";

const OF_UPLOADS = ["required", "tooLong", "network"] as const;
const OF_ANYTHING = ["altRequired", "notAPicture", "pictureTooLarge", "forbidden", "notFound", "staleVersion", "unavailable"] as const;

/** Says what is wrong with an upload in the site's language. Takes a code; what has no words of its own did not work. */
export function useProblemText(): (code: string | undefined) => string | undefined {
  const [t, errors] = [useTranslations("media.problems"), useTranslations("errors")];
  return (code) => {
    if (code === undefined) return undefined;
    const own = OF_UPLOADS.find((each) => each === code);
    if (own) return t(own);
    const any = OF_ANYTHING.find((each) => each === (code === "tooLarge" ? "pictureTooLarge" : code));
    return any ? errors(any) : t("other");
  };
}
