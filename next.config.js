import createNextIntlPlugin from "next-intl/plugin";

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  compress: false,
  // Metadata belongs in the head of every page: readers' pages have no script that could move it there.
  htmlLimitedBots: /.*/,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  rewrites: () => [
    { source: "/media/:id/:file", destination: "/api/media/:id/:file" },
    // A site map speaks for what lies in its own folder and below (sitemaps.org): it has to lie at the top.
    { source: "/sitemap-:part.xml", destination: "/sitemaps/:part" },
  ],
  // Our server bounds bodies before Next sees them (lib/server/body.ts).
  // `graph`: style sheets are cut so that readers' pages do not load the newsroom's (14.7 KB of an article, now 7.7).
  experimental: { serverActions: { bodySizeLimit: "5mb" }, cssChunking: "graph" },
  allowedDevOrigins: ["127.0.0.1", "[::1]"],
  serverExternalPackages: [
    "@node-rs/argon2",
    "pg",
    "pg-boss",
    "sharp",
    "nodemailer",
    "@prisma/adapter-pg",
    "@prisma/client",
    "@aws-sdk/client-s3",
  ],
  typescript: { ignoreBuildErrors: true },
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
