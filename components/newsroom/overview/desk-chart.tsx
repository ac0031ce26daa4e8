import { scaleBand, scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { FigureTable } from "./figure-table";
import styles from "./overview.module.css";

/** A day of the chart: how it is written, what came and what was decided, and its cells of the table. */
export interface ChartDay {
  day: string;
  written: string;
  received: number;
  decided: number;
  cells: string[];
}

interface DeskChartProps {
  days: ChartDay[];
  texts: {
    title: string;
    /** What the picture says, in a sentence. */
    summary: string;
    received: string;
    decided: string;
    table: string;
    /** The heads of the table's columns, the day's first. */
    columns: string[];
  };
}

/** The drawing's own units: it is stretched to the room that it has, its lines are not. */
const WIDTH = 600;
const HEIGHT = 160;

/** What came to the desk (bars) and what was decided there (line), by days, with the same numbers as a table. */
export function DeskChart({ days, texts }: DeskChartProps) {
  const most = Math.max(1, ...days.map(({ received, decided }) => Math.max(received, decided)));
  const x = scaleBand(
    days.map(({ day }) => day),
    [0, WIDTH],
  ).paddingInner(0.25);
  const y = scaleLinear([0, most], [HEIGHT, 0]).nice(4);
  const path = line<ChartDay>(
    ({ day }) => (x(day) ?? 0) + x.bandwidth() / 2,
    ({ decided }) => y(decided),
  );
  const [first, last] = [days[0], days.at(-1)];
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.legend}>
        <span className={styles.received}>{texts.received}</span>
        <span className={styles.decided}>{texts.decided}</span>
      </figcaption>
      <div className={styles.frame}>
        <span className={styles.most} aria-hidden="true">
          {y.domain()[1]}
        </span>
        <svg role="img" aria-label={`${texts.title}. ${texts.summary}`} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
          {y.ticks(4).map((tick) => (
            <line key={tick} className={styles.grid} x1={0} x2={WIDTH} y1={y(tick)} y2={y(tick)} />
          ))}
          {days.map(({ day, received }) => (
            <rect key={day} className={styles.bar} x={x(day)} width={x.bandwidth()} y={y(received)} height={HEIGHT - y(received)} />
          ))}
          <path className={styles.line} d={path(days) ?? undefined} />
        </svg>
      </div>
      <p className={styles.ends} aria-hidden="true">
        <span>{first?.written}</span>
        <span>{last?.written}</span>
      </p>
      <details className={styles.behind}>
        <summary>{texts.table}</summary>
        <FigureTable
          caption={texts.title}
          columns={texts.columns}
          rows={days.map(({ written, cells }) => [written, ...cells]).toReversed()}
        />
      </details>
    </figure>
  );
}
