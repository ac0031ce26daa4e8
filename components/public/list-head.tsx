import { getTranslations } from "next-intl/server";
import styles from "./list-head.module.css";

interface Link {
  name: string;
  slug: string;
}

export interface ListHeadProps {
  title: string;
  description?: string;
  /** The categories above this one, the topmost first, and those right under it. */
  above?: Link[];
  under?: Link[];
}

/** The head of a category's or tag's page: what the posts under it have in common, and the ways up and down the tree. */
export async function ListHead({ title, description, above = [], under = [] }: ListHeadProps) {
  const t = await getTranslations("order");
  return (
    <header className={styles.head}>
      {above.length > 0 && (
        <nav aria-label={t("above")}>
          <ol role="list" className={styles.above}>
            {above.map(linkTo)}
          </ol>
        </nav>
      )}
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
