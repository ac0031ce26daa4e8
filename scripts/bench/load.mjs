// Where wrk is missing: so many keep-alive connections, each asking again as soon as it was answered.
// Takes an address, connections, seconds, accept-encoding; prints the answers a second.
import { Agent, get } from "node:http";

const [url, connections, seconds, encoding] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const end = Date.now() + Number(seconds) * 1000;
let answers = 0;

function ask() {
  if (Date.now() > end) return Promise.resolve();
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { "accept-encoding": encoding } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
      response.resume().on("end", () => resolve(answers++));
    }).on("error", reject);
  }).then(ask);
}

const begun = Date.now();
await Promise.all(Array.from({ length: Number(connections) }, ask));
console.log(answers / ((Date.now() - begun) / 1000));
process.exit();
