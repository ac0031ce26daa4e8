// The yardstick of npm run bench:pages: node:http and nothing else, sending the same bytes under the same headers.
// Takes a port and a file of { identity, br }, each { headers, body (base64) }.
import fs from "node:fs";
import { createServer } from "node:http";

const [port, file] = process.argv.slice(2);
const [identity, br] = ["identity", "br"].map((encoding) => {
  const { headers, body } = JSON.parse(fs.readFileSync(file, "utf8"))[encoding];
  return { headers, bytes: Buffer.from(body, "base64") };
});
createServer((request, response) => {
  const { headers, bytes } = request.headers["accept-encoding"] === "br" ? br : identity;
  response.writeHead(200, headers).end(bytes);
}).listen(Number(port), "127.0.0.1");
