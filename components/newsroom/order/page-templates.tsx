import { Button } from "@/components/ui/button";
import styles from "./order.module.css";

interface PageTemplatesProps {
  title: string;
  intro: string;
  /** Begins the page that the form names (`template`, `lang`). */
  start: (form: FormData) => Promise<void>;
  languages: { lang: string; name: string; templates: { template: string; name: string; spoken: string }[] }[];
}

/** Texts that a static page can start from, in each language; plain form buttons. */
export function PageTemplates({ title, intro, start, languages }: PageTemplatesProps) {
  return (
    <section className={styles.templates} aria-labelledby="page-templates">
      <h2 id="page-templates">{title}</h2>
      <p>{intro}</p>
      {languages.map(({ lang, name, templates }) => (
        <form key={lang} action={start} className={styles.choice} aria-label={name}>
          <input type="hidden" name="lang" value={lang} />
          {templates.map((each) => (
            <Button key={each.template} small name="template" value={each.template} lang={lang} aria-label={each.spoken}>
              {each.name}
            </Button>
          ))}
        </form>
      ))}
    </section>
  );
}
