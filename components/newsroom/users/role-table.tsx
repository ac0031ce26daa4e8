import styles from "./role-table.module.css";

/** One right, and in words how far it reaches for each role; `none` is shown quietly. */
export interface RightRow {
  id: string;
  label: string;
  cells: { role: string; text: string; isNone: boolean }[];
}

interface RoleTableProps {
  caption: string;
  roles: { id: string; label: string }[];
  groups: { id: string; title: string; rows: RightRow[] }[];
  /** The heading of the column of rights. */
  right: string;
}

/** Who may what: a row for each right, a column for each role. In a narrow window it scrolls sideways by itself. */
export function RoleTable({ caption, roles, groups, right }: RoleTableProps) {
  return (
    <div className={styles.frame} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{right}</th>
            {roles.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ id, title, rows }) => (
          <tbody key={id}>
            <tr>
              <th scope="rowgroup" colSpan={roles.length + 1} className={styles.group}>
                {title}
              </th>
            </tr>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.label}</th>
                {row.cells.map(({ role, text, isNone }) => (
                  <td key={role} className={isNone ? styles.none : styles.some}>
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
