import { spaceFlex } from "./scripts/build/space-flex.mjs";

/** What every stylesheet goes through before Next lowers it for the browsers that package.json names. */
export default { plugins: [spaceFlex()] };
