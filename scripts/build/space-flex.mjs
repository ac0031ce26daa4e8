/*
 * PostCSS plugin: browsers of before 2021 know `gap` in grids only (Chrome 84, Safari 14.1: caniuse.com/flexbox-gap).
 * For them each flex row or column that has a gap is written once more with margins. They are told by `inset`, which
 * came with or after it (Chrome 87, Safari 14.1), since `@supports (gap: 1px)` is also true of grids alone. A row that
 * wraps keeps the margin of its last item: it is in no one's way.
 */
const OLD = "not (inset: 0)";

function gapsOf(rule) {
  const gaps = { row: null, column: null };
  rule.walkDecls(/^(row-gap|column-gap|gap)$/, ({ prop, value }) => {
    const [row, column = row] = value.split(/\s+(?![^(]*\))/);
    if (prop !== "column-gap") gaps.row = row;
    if (prop !== "row-gap") gaps.column = prop === "column-gap" ? row : column;
  });
  return gaps;
}

/** Whether a rule says this of a property. */
function says(rule, property, value) {
  return rule.some((declared) => declared.prop === property && value.test(declared.value));
}

/** The margins that stand in for a flex container's gaps; null or 0: none. */
function marginsOf(rule) {
  const { row, column } = gapsOf(rule);
  if (says(rule, "flex-direction", /^column/)) return { "margin-block-end": row };
  return { "margin-inline-end": column, "margin-block-end": says(rule, "flex-wrap", /^wrap$/) ? row : null };
}

export const spaceFlex = () => ({
  postcssPlugin: "space-flex",
  OnceExit(root, { AtRule, Rule }) {
    const flexes = [];
    root.walkRules((rule) => {
      if (says(rule, "display", /flex$/)) flexes.push(rule);
    });
    for (const rule of flexes) {
      const margins = Object.entries(marginsOf(rule)).filter(([, gap]) => gap && gap !== "0");
      if (margins.length === 0) continue;
      const spaced = new Rule({ selectors: rule.selectors.map((selector) => `${selector} > :not(:last-child)`) });
      for (const [prop, value] of margins) spaced.append({ prop, value });
      const supports = new AtRule({ name: "supports", params: OLD });
      supports.append(spaced);
      rule.after(supports);
    }
  },
});
spaceFlex.postcss = true;
