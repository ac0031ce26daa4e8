// What may import what (DESIGN.md §2). lib/testing/architecture.test.ts breaks each rule on purpose and sees it bite.
// Imports of types alone vanish when compiled, and are free.
const TESTS = "\\.test\\.tsx?$|^lib/testing/|^e2e/";
const DOMAIN =
  "posts|comments|users|media|settings|taxonomy|audit|reports|statements|search|feeds|share|sitemaps|transparency|evidence|wordpress";
const READS = "(public|newsroom|own)";

/** The acts and shared pieces of each domain that other domains may call, beside its reads. */
const OFFERED = {
  audit: "(acts|doers|record)",
  comments:
    "(contact|import|mail/turn|markdown|mask|moderation-schema|move|newest|policy|receipt|schema|staff-edit|still-out|text-from-html)",
  media: "(import|length|shown)",
  posts: "(clean-text|document-text|escape-html|former-slug|full|guess-language|import|import-html|length|mapped|slug)",
  reports: "(close|forget|schema)",
  settings: "(current|discussion-input)",
  statements: "(kept|newer|policy|schema|state)",
  taxonomy: "create-(category|tag)",
};
const offered = Object.entries(OFFERED).map(([domain, files]) => `^lib/${domain}/(${files})\\.ts$`);

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
const forbidden = [
  {
    name: "public-reads-never-reach-the-private-client",
    comment: "A shared page shows only what PostgreSQL lets anyone see.",
    severity: "error",
    from: { path: `^lib/(${DOMAIN})/public\\.ts$` },
    to: { path: "^lib/db/private\\.ts$", reachable: true },
  },
  {
    name: "public-pages-read-and-render",
    comment: "Pages and layouts of app/(public) use public reads, schemas, messages, the bridge and components only.",
    severity: "error",
    from: { path: "^app/\\(public\\)/.*(page|layout)\\.tsx$" },
    to: {
      path: "^(lib|app|prisma|scripts|e2e)/",
      pathNot: [
        `^lib/(${DOMAIN})/(public|schema)\\.ts$`,
        "^lib/media/shown\\.ts$",
        "^lib/i18n/",
        "^lib/server/bridge\\.ts$",
        "^app/.*\\.css$",
      ],
    },
  },
  {
    name: "components-only-show",
    comment: "Components use components, schemas and messages; the page hands them data and actions.",
    severity: "error",
    from: { path: "^components/", pathNot: TESTS },
    // Text in, text out: the address that a title makes while one types it, what is pasted, those that show a comment or a picture, what can be read on a colour; the names of keys; and what a refusal tells.
    to: {
      path: "^(lib|app|prisma|scripts|e2e)/",
      pathNot: [
        `^lib/(${DOMAIN})/schema\\.ts$`,
        "^lib/i18n/",
        "^lib/(result|html/plain|posts/(slug|words|block-schema|compare)|comments/(address|desk/keys)|media/shown|settings/colour)\\.ts$",
      ],
    },
  },
  {
    name: "readers-load-no-framework",
    comment: "What readers' pages are made of must work without Next's and Radix's scripts.",
    severity: "error",
    from: { path: "^(components/public/|app/\\((public|own)\\)/)" },
    to: { path: "(^|node_modules/)(radix-ui|@radix-ui|@tiptap|next/(link|image|script|dynamic))\\b", reachable: true },
  },
  {
    name: "islands-are-light",
    comment: "Full zod is 86 KB more than zod/mini: its locales.",
    severity: "error",
    from: { path: "\\.island\\.tsx$" },
    to: { path: ["^zod$", "node_modules/zod/index\\.js$"], reachable: true },
  },
  {
    name: "domains-meet-in-reads-and-acts",
    comment: "A domain uses another through its reads and what it offers: never its schema, policy or inner pieces.",
    severity: "error",
    from: { path: `^lib/(${DOMAIN})/`, pathNot: TESTS },
    to: { path: `^lib/(${DOMAIN})/`, pathNot: [`^lib/$1/`, `^lib/[a-z]+/${READS}\\.ts$`, ...offered] },
  },
  {
    name: "worker-from-the-edge",
    comment: "Jobs are run by the process's entry; everyone else enqueues.",
    severity: "error",
    from: { pathNot: ["^instrumentation\\.ts$", "^scripts/", "^lib/jobs/worker", TESTS] },
    to: { path: "^lib/jobs/worker" },
  },
  {
    name: "nothing-imports-app",
    severity: "error",
    from: { pathNot: "^app/" },
    to: { path: "^app/" },
  },
  {
    name: "pages-do-not-share-through-app",
    comment: "What two pages share is a component or a read.",
    severity: "error",
    from: { path: "^app/(.+)/[^/]+$" },
    to: { path: "^app/.*(page|layout|route)\\.tsx?$" },
  },
  {
    name: "lib-knows-no-framework",
    comment: "Rules run in jobs, scripts and tests too.",
    severity: "error",
    from: {
      path: "^lib/",
      pathNot: ["^lib/i18n/", "^lib/server/", "^lib/auth(-forms|-inside|-provider)?\\.ts$", "^lib/settings/public\\.ts$", TESTS],
    },
    to: { path: "(^|node_modules/)(react|react-dom|next|next-intl|next-auth)(/|$)" },
  },
  {
    name: "tests-stay-out-of-the-product",
    severity: "error",
    from: { pathNot: [TESTS, "^(vitest|playwright)\\.config\\.ts$"] },
    to: { path: TESTS },
  },
  { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
  {
    name: "packages-are-named",
    comment: "Every package that is imported stands in package.json.",
    severity: "error",
    from: {},
    to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
  },
];

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden,
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|build|var|node_modules/\\.cache)/|^lib/db/generated/" },
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default"] },
  },
};
