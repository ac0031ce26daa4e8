import hooks from "eslint-plugin-react-hooks";
import ts from "typescript-eslint";

// Formatting is prettier's, what may import what is dependency-cruiser's; here stands what types can tell.
export default ts.config(
  { ignores: ["node_modules/", ".next/", "build/", "var/", "lib/db/generated/", "next-env.d.ts", "test-results/", "playwright-report/"] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" } },
  ...ts.configs.strictTypeChecked,
  { files: ["app/**", "components/**"], ...hooks.configs.flat["recommended-latest"] },
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // `return refuse(…)` says that nothing follows.
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // A React handler may be async: React gives its promise to nobody, the handler catches.
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "no-restricted-syntax": [
        "error",
        {
          // NEXT_RUNTIME is no setting: Next writes the answer in its place when it bundles.
          selector: "MemberExpression[object.name='process'][property.name='env']:not(MemberExpression[property.name='NEXT_RUNTIME'] > *)",
          message: "Read settings through config() (lib/config.ts).",
        },
      ],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
    },
  },
  {
    files: ["**/*.ts", "**/*.tsx"],
    ignores: ["**/*.test.ts", "**/*.spec.ts", "prisma/content/**"],
    rules: { "max-lines": ["error", 150] },
  },
  {
    files: ["lib/config.ts", "lib/testing/**", "e2e/**", "scripts/**", "**/*.test.ts", "*.config.*"],
    rules: { "no-restricted-syntax": "off" },
  },
  // expect.any() and its like are typed any.
  { files: ["**/*.test.ts"], rules: { "@typescript-eslint/no-unsafe-assignment": "off" } },
  { files: ["scripts/**", "lib/log.ts"], rules: { "no-console": "off" } },
  { files: ["**/*.js", "**/*.mjs"], ...ts.configs.disableTypeChecked },
);
