import { getTranslations } from "next-intl/server";
import { Breadcrumb, type Step } from "@/components/public/breadcrumb";
import styles from "./list-head.module.css";

interface Link {
  name: string;
  slug: string;
}

export interface ListHeadProps {
  title: string;
  description?: string;
  /** The pages above this one and itself (breadcrumb.tsx). */
  steps: Step[];
  /** The categories right under this one. */
  under?: Link[];
}

/** The head of a page that lists posts: what they have in common, and the ways up and down from here. */
export async function ListHead({ title, description, steps, under = [] }: ListHeadProps) {
  const t = await getTranslations("order");
  return (
    <header className={styles.head}>
      <Breadcrumb steps={steps} />
      <h1 className={styles.title}>{title}</h1>
      {description && <p className={styles.description}>{description}</p>}
      {under.length > 0 && (
        <nav aria-label={t("under")}>
          <ul role="list" className={styles.under}>
            {under.map(linkTo)}
          </ul>
        </nav>
      )}
    </header>
  );
}

function linkTo({ name, slug }: Link) {
  return (
    <li key={slug}>
      <a href={`/category/${slug}`}>{name}</a>
    </li>
  );
}
