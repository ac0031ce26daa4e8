import createNextIntlPlugin from "next-intl/plugin";

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  compress: false,
  // Metadata belongs in the head of every page: readers' pages have no script that could move it there.
  htmlLimitedBots: /.*/,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  rewrites: () => [{ source: "/media/:id/:file", destination: "/api/media/:id/:file" }],
  serverExternalPackages: ["@node-rs/argon2", "pg", "pg-boss", "sharp", "nodemailer", "@prisma/adapter-pg", "@prisma/client"],
  typescript: { ignoreBuildErrors: true },
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
