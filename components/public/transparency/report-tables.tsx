import body from "@/components/public/post/post-body.module.css";
import { FigureRows } from "@/components/ui/figure-rows";
import type { ReportTable } from "@/lib/i18n/transparency-tables";

interface ReportTablesProps {
  tables: ReportTable[];
  /** The same numbers as files. */
  files: { href: string; label: string }[];
  texts: { files: string };
}

/** The tables of a transparency report, each under its heading, and the files that hold the same. Tables look as those of articles do. */
export function ReportTables({ tables, files, texts }: ReportTablesProps) {
  return (
    <div className={body.body}>
      {tables.map(({ part, title, intro, columns, rows }) => (
        <section key={part} aria-labelledby={part}>
          <h2 id={part}>{title}</h2>
          <p>{intro}</p>
          {/* By keyboard alone one scrolls what has the focus. */}
          <div className="table" tabIndex={0} role="group" aria-label={title}>
            <table>
              <FigureRows columns={columns} rows={rows} />
            </table>
          </div>
        </section>
      ))}
      <p>
        {texts.files}{" "}
        {files.map(({ href, label }, at) => (
          <span key={href}>
            {at > 0 && " · "}
            <a href={href}>{label}</a>
          </span>
        ))}
      </p>
    </div>
  );
}
