import type { Tool } from "./tools";

/** Lines of the drawn signs, on a grid of 20; the other tools are letters. */
const LINES: Partial<Record<Tool["name"], string>> = {
  link: "M8.5 11.5l3-3M9 6.5l1.8-1.8a3.2 3.2 0 0 1 4.5 4.5L13.5 11M11 13.5l-1.8 1.8a3.2 3.2 0 0 1-4.5-4.5L6.5 9",
  bulletList: "M8 5h9M8 10h9M8 15h9M3.5 5h.01M3.5 10h.01M3.5 15h.01",
  orderedList: "M8 5h9M8 10h9M8 15h9M3 4l1-.5V7M2.8 11.2c.6-.8 2-.5 1.7.5L2.8 14h2",
  quote: "M4 4v12M8 6h9M8 10h9M8 14h6",
  divider: "M3 10h14M6 5h8M6 15h8",
  picture: "M3 4h14v12H3zM3 14l4-4 3 3 3-4 4 5M7 7.5h.01",
  undo: "M7 4L3.5 7.5 7 11M3.5 7.5H12a4.5 4.5 0 0 1 0 9H8",
  redo: "M13 4l3.5 3.5L13 11M16.5 7.5H8a4.5 4.5 0 0 0 0 9h4",
};

/** The sign of a tool: drawn, or its letters. */
export function Icon({ name, letters }: { name: Tool["name"]; letters: string | undefined }) {
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
