/** The content codings in which a finished page lies ready, the best first. */
export const ENCODINGS = ["br", "gzip", "identity"] as const;
export type Encoding = (typeof ENCODINGS)[number];

const MAX_REMEMBERED = 500;
const remembered = new Map<string, Encoding>();

/**
 * Chooses a content coding (RFC 9110 §12.5.3): the one with the highest weight, and of equal ones the smallest
 * answer. Takes the Accept-Encoding header. Without one the answer goes out as it is; where `identity` is refused and
 * nothing else is named, as gzip.
 */
export function chooseEncoding(accepted: string | undefined): Encoding {
  if (!accepted) return "identity";
  const known = remembered.get(accepted);
  if (known) return known;
  const weights = weightsOf(accepted);
  const weightOf = (name: Encoding) =>
    weights.get(name) ?? (name === "gzip" ? weights.get("x-gzip") : undefined) ?? weights.get("*") ?? (name === "identity" ? LEAST : 0);
  const best = ENCODINGS.reduce((chosen, name) => (weightOf(name) > weightOf(chosen) ? name : chosen));
  const encoding = weightOf(best) > 0 ? best : "gzip";
  if (remembered.size < MAX_REMEMBERED) remembered.set(accepted, encoding);
  return encoding;
}

/** `identity` is acceptable when it is not named, but only after everything that is. */
const LEAST = 0.0001;

function weightsOf(accepted: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const element of accepted.toLowerCase().split(",")) {
    const [name = "", ...parameters] = element.split(";").map((part) => part.trim());
    const written = parameters.find((part) => part.startsWith("q="))?.slice(2);
    const weight = written === undefined ? 1 : Number(written);
    if (name) weights.set(name, weight >= 0 && weight <= 1 ? weight : 0);
  }
  return weights;
}
