/**
 * Serves the policy of MTA-STS, in a process of its own: what it costs is in no figure. Arguments: file of certificate and key, address. Sends its
 * parent a word once it listens.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:https";

const [file, address] = process.argv.slice(2) as [string, string];
const pem = readFileSync(file);
const POLICY = "version: STSv1\r\nmode: testing\r\nmx: *.bench.test\r\nmx: *.watched.bench.test\r\nmax_age: 604800\r\n";

createServer({ cert: pem, key: pem }, (_, response) =>
  response.writeHead(200, { "content-type": "text/plain" }).end(POLICY),
).listen(443, address, () => process.send!("listens"));
process.on("disconnect", () => process.exit());
