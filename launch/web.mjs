import { createServer } from "node:http";
import path from "node:path";
import next from "next";

/** The web process: Next.js' production server, ending in order on SIGTERM and when whoever started it is gone. */

const LAST_ANSWERS_WITHIN_MS = 2_000;

const hostname = process.env.HOST || "127.0.0.1";
const port = Number(process.env.PORT || 3000);

const server = createServer();
server.keepAliveTimeout = 65_000; // longer than a proxy in front keeps its connections, which then never meets a closed one
server.on("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
process.on("SIGTERM", stop);
process.on("disconnect", stop);

const app = next({ dev: false, dir: path.join(import.meta.dirname, ".."), hostname, port });
await app.prepare();
const answer = app.getRequestHandler();
server.on("request", (request, response) => void answer(request, response));
server.listen(port, hostname);

function stop() {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), LAST_ANSWERS_WITHIN_MS); // open event streams have no end of their own
}
