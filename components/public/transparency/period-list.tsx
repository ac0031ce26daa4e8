import body from "@/components/public/post/post-body.module.css";

/** The periods of which there is a report, as links, or what stands in their place. */
export function PeriodList({ periods, empty }: { periods: { code: string; name: string }[]; empty: string }) {
  return (
    <div className={body.body}>
      {periods.length === 0 && <p>{empty}</p>}
      {periods.length > 0 && (
        <ul>
          {periods.map(({ code, name }) => (
            <li key={code}>
              <a href={`/transparency/${code}`}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
