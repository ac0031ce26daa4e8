// Imported first, for its effect, and written for any Node.js that knows modules: it only looks at the version.
const OLDEST = "20.19";
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`This is Node.js ${process.versions.node}, and Leserbrief needs ${OLDEST} or later: https://nodejs.org`);
  process.exit(1);
}
