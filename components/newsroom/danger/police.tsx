import styles from "./danger.module.css";

/** Whom to inform of a danger to life, and how, as the site has set it. */
export function Police({ title, text, link }: { title: string; text: string; link: string }) {
  return (
    <section className={styles.police}>
      <h2>{title}</h2>
      <p>{text}</p>
      {link && (
        <p>
          <a href={link} rel="noopener noreferrer">
            {link}
          </a>
        </p>
      )}
    </section>
  );
}
