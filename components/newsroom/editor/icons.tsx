/** Lines of the drawn signs, on a grid of 20; the other tools are letters. */
const LINES: Record<string, string | undefined> = {
  link: "M8.5 11.5l3-3M9 6.5l1.8-1.8a3.2 3.2 0 0 1 4.5 4.5L13.5 11M11 13.5l-1.8 1.8a3.2 3.2 0 0 1-4.5-4.5L6.5 9",
  bulletList: "M8 5h9M8 10h9M8 15h9M3.5 5h.01M3.5 10h.01M3.5 15h.01",
  orderedList: "M8 5h9M8 10h9M8 15h9M3 4l1-.5V7M2.8 11.2c.6-.8 2-.5 1.7.5L2.8 14h2",
  quote: "M4 4v12M8 6h9M8 10h9M8 14h6",
  divider: "M3 10h14M6 5h8M6 15h8",
  picture: "M3 4h14v12H3zM3 14l4-4 3 3 3-4 4 5M7 7.5h.01",
  pullQuote: "M3 3.5h14M3 16.5h14M5 8h1.5v3.5H4.5V9.5M10.5 8H12v3.5h-2V9.5M15 8h.01",
  table: "M3 4h14v12H3zM3 8h14M3 12h14M8 8v8M12.5 8v8",
  linkCard: "M3 5h14v10H3zM3 5v10M6 8.5h5M6 11.5h8",
  footnote: "M3 16L7 5l4 11M4.3 12.5h5.4M14 3.5l1.5-1V8M14 8h3",
  rowBefore: "M3 9h14v8H3zM10 1.5v5M7.5 4h5",
  rowAfter: "M3 3h14v8H3zM10 13.5v5M7.5 16h5",
  columnBefore: "M9 3h8v14H9zM4 7.5v5M1.5 10h5",
  columnAfter: "M3 3h8v14H3zM16 7.5v5M13.5 10h5",
  deleteRow: "M3 6h14v8H3zM8 8.3l4 3.4M12 8.3l-4 3.4",
  deleteColumn: "M6 3h8v14H6zM8.3 8l3.4 4M11.7 8l-3.4 4",
  headerRow: "M3 4h14v12H3zM3 9h14M6 6.5h8",
  headerColumn: "M3 4h14v12H3zM9 4v12M6 7v6",
  mergeOrSplit: "M3 5h14v10H3zM10 5v2M10 13v2M5.5 10h3M14.5 10h-3M7 8.5L8.5 10 7 11.5M13 8.5L11.5 10l1.5 1.5",
  remove: "M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.8 11h7.4l.8-11M8.5 8.5v5M11.5 8.5v5",
  undo: "M7 4L3.5 7.5 7 11M3.5 7.5H12a4.5 4.5 0 0 1 0 9H8",
  redo: "M13 4l3.5 3.5L13 11M16.5 7.5H8a4.5 4.5 0 0 0 0 9h4",
};

/** The sign of a tool: drawn, or its letters. */
export function Icon({ name, letters }: { name: string; letters?: string }) {
  const lines = LINES[name];
  if (!lines) return letters;
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={lines} />
    </svg>
  );
}
