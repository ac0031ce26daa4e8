/** Places of a tile's shapes: its corners. */
const CORNERS = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
] as const;
/** The quarter of the drawing that the others mirror. */
const QUARTER = CORNERS;
/** What a tile may hold: nothing, all of it, or at one of its corners a quarter disc or half of the tile. */
const SHAPES = 2 + 2 * CORNERS.length;

/** How many pairs of colours there are (avatar.module.css). */
export const COLOURS = 6;

/** Which pair of colours an avatar has. Takes its bytes. */
export function colourOf(bytes: Uint8Array): number {
  return (bytes[0] ?? 0) % COLOURS;
}

/**
 * The drawing of an avatar as SVG path data in a field of 4 × 4: a quarter of four tiles, mirrored to both sides.
 * Takes its bytes; the same bytes give the same drawing.
 */
export function drawingOf(bytes: Uint8Array): string {
  return QUARTER.map(([x, y], index) => {
    const shape = (bytes[index + 1] ?? 0) % SHAPES;
    return (
      tile(x, y, shape) + tile(3 - x, y, mirrored(shape, 1)) + tile(x, 3 - y, mirrored(shape, 2)) + tile(3 - x, 3 - y, mirrored(shape, 3))
    );
  }).join("");
}

/** The corners are numbered so that a bit stands for each axis. */
function mirrored(shape: number, axes: number): number {
  return shape < 2 ? shape : ((shape - 2) ^ axes) + 2;
}

function tile(x: number, y: number, shape: number): string {
  if (shape === 0) return "";
  if (shape === 1) return `M${x} ${y}h1v1h-1z`;
  const [right, down] = CORNERS[(shape - 2) % CORNERS.length] ?? CORNERS[0];
  const [across, along] = [right ? -1 : 1, down ? -1 : 1];
  const edge = shape - 2 < CORNERS.length ? `a1 1 0 0 ${across === along ? 1 : 0} ${-across} ${along}` : `l${-across} ${along}`;
  return `M${x + right} ${y + down}h${across}${edge}z`;
}
