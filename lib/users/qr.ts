import { encode } from "uqr";

/** A QR code as a drawing: how many modules wide it is, its quiet zone among them, and the dark ones as an SVG path. */
export interface QrDrawing {
  size: number;
  path: string;
}

/** ISO/IEC 18004 asks for four light modules around it. */
const QUIET_ZONE = 4;

/** Draws the QR code of a text: each run of dark modules of a row is one rectangle. */
export function drawQr(text: string): QrDrawing {
  const { data, size } = encode(text, { ecc: "M", border: QUIET_ZONE });
  const rows = data.map((row, y) => {
    const marks = row.map((isDark) => (isDark ? "#" : " ")).join("");
    return [...marks.matchAll(/#+/g)].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`).join("");
  });
  return { size, path: rows.join("") };
}
