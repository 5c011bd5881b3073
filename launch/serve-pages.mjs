import cluster from "node:cluster";
import { createServer } from "node:http";
import path from "node:path";
import next from "next";

/** A process that serves pages: Next.js' production server, ending in order when it is asked to and when whoever started it is gone. */

const LAST_ANSWERS_WITHIN_MS = 2_000;
const CLOSE_IDLE_EVERY_MS = 50;
/** Who gives none for long is ended (web-processes.mjs). */
const SIGN_OF_LIFE_EVERY_MS = 1_000;

const hostname = process.env.HOST || "127.0.0.1";
const port = Number(process.env.PORT || 3000);

/** @type {Set<import("node:http").ServerResponse>} */
const answers = new Set();
const server = createServer();
server.keepAliveTimeout = 65_000; // longer than a proxy in front keeps its connections, which then never meets a closed one
server.on("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
process.on("disconnect", stop);

const app = next({ dev: false, dir: path.join(import.meta.dirname, ".."), hostname, port });
await app.prepare();
const answer = app.getRequestHandler();
server.on("request", (request, response) => {
  answers.add(response);
  response.once("close", () => answers.delete(response));
  void answer(request, response);
});
server.listen(port, hostname);
if (cluster.isWorker) setInterval(() => process.send?.("alive"), SIGN_OF_LIFE_EVERY_MS).unref();

/** Takes no more connections and ends when the last answer is given. Event streams have no end of their own: pages open them anew. */
function stop() {
  server.close(() => process.exit(0));
  for (const response of answers) if (isEventStream(response)) response.destroy();
  setInterval(() => server.closeIdleConnections(), CLOSE_IDLE_EVERY_MS); // as they become idle
  setTimeout(() => process.exit(0), LAST_ANSWERS_WITHIN_MS);
}

/** @param {import("node:http").ServerResponse} response */
function isEventStream(response) {
  return String(response.getHeader("content-type")).startsWith("text/event-stream");
}
