import body from "@/components/public/post/post-body.module.css";
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
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(([name, ...cells]) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    {cells.map((cell, at) => (
                      <td key={columns[at + 1]}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
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
