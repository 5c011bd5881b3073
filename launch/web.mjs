import { createServer } from "node:http";
import path from "node:path";
import next from "next";

/** The web process: Next.js' production server, ending in order on SIGTERM and when whoever started it is gone. */

const LAST_ANSWERS_WITHIN_MS = 2_000;

const hostname = process.env.HOST || "127.0.0.1";
const port = Number(process.env.PORT || 3000);

const app = next({ dev: false, dir: path.join(import.meta.dirname, ".."), hostname, port });
await app.prepare();
const answer = app.getRequestHandler();

const server = createServer((request, response) => void answer(request, response));
server.keepAliveTimeout = 65_000; // longer than a proxy in front keeps its connections, which then never meets a closed one
server.listen(port, hostname);
server.on("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});

let isStopping = false;
function stop() {
  if (isStopping) return;
  isStopping = true;
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), LAST_ANSWERS_WITHIN_MS); // open event streams have no end of their own
}
process.on("SIGTERM", stop);
process.on("disconnect", stop);
