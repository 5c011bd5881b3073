import cluster from "node:cluster";
import path from "node:path";
import { backOff } from "./back-off.mjs";

const LOOK_EVERY_MS = 1_000;
/** Who says nothing between as many looks stands still. They are counted, not timed: a machine that slept has slept with all of them. */
const SILENT_LOOKS = 10;

/**
 * Runs several processes that serve the pages behind one port, and another one for each that ends by itself or stands still, until it is
 * asked to stop. Connections go to them in turn.
 * @param {number} count
 */
export function startWebProcesses(count) {
  cluster.setupPrimary({ exec: path.join(import.meta.dirname, "serve-pages.mjs") });
  /** @type {Set<import("node:cluster").Worker>} */
  const running = new Set();
  let isStopping = false;
  let hasServed = false;

  for (let n = 0; n < count; n++) keepOne();
  for (const asked of ["SIGTERM", "SIGINT", "disconnect"]) process.on(asked, stop);

  function keepOne() {
    const waitMs = backOff();
    const start = () => {
      if (isStopping) return;
      const startedAt = Date.now();
      const worker = cluster.fork();
      running.add(worker);
      worker.once("listening", () => {
        hasServed = true;
        endWhenItStands(worker);
      });
      worker.once("exit", (code, signal) => {
        running.delete(worker);
        if (isStopping) return endAfterTheLast();
        if (!hasServed) process.exit(code || 1); // nothing serves here, and it has said why
        const wait = waitMs(startedAt);
        process.stderr.write(`A web process ended by itself (${signal ?? code}); starting another in ${wait / 1000} s.\n`);
        setTimeout(start, wait);
      });
    };
    start();
  }

  function stop() {
    isStopping = true;
    for (const worker of running) worker.process.kill("SIGTERM");
    endAfterTheLast();
  }

  function endAfterTheLast() {
    if (running.size === 0) process.exit(0);
  }
}

/**
 * Ends a process that stands still, for it would go on being given connections.
 * @param {import("node:cluster").Worker} worker
 */
function endWhenItStands(worker) {
  let silent = 0;
  worker.on("message", () => (silent = 0));
  const looking = setInterval(() => ++silent > SILENT_LOOKS && worker.process.kill("SIGKILL"), LOOK_EVERY_MS);
  worker.once("exit", () => clearInterval(looking));
}
