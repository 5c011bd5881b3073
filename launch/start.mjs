import path from "node:path";
import { checkNode } from "./check-node.mjs";
import { asComplaint } from "./complaint.mjs";
import { endAllGroups } from "./groups.mjs";
import { startEverything } from "./start-everything.mjs";

/** `npm start`. It runs before anything is installed, so launch/ uses nothing but Node's own modules until it has installed the rest. */

/** npm passes on the Ctrl-C that the terminal already sent us: only one that comes later is a second one. */
const SAME_PRESS_MS = 700;

const calledOff = new AbortController();
/** What has been started, newest last: it is stopped in the opposite order. */
const stops = /** @type {(() => unknown)[]} */ ([]);

let pressedAt = 0;
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => {
    if (pressedAt === 0) {
      pressedAt = Date.now();
      process.stdout.write("\n            Stopping. Once more ends everything at once.\n");
      calledOff.abort();
    } else if (Date.now() - pressedAt > SAME_PRESS_MS) {
      endAllGroups();
      process.exit(1);
    }
  });
}

try {
  checkNode(process.versions.node);
  await startEverything({ root: path.join(import.meta.dirname, ".."), signal: calledOff.signal, stops });
  await untilAborted(calledOff.signal);
} catch (error) {
  if (!calledOff.signal.aborted) {
    process.exitCode = 1;
    process.stderr.write(
      `\n${asComplaint(error)?.message ?? `Ehlowatch could not start: ${/** @type {Error} */ (error).message}`}\n`,
    );
  }
}
for (const stop of stops.toReversed()) await stop();
if (calledOff.signal.aborted) process.stdout.write("            Stopped; the data stays.\n");
process.exit();

/** @param {AbortSignal} signal */
function untilAborted(signal) {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener("abort", resolve, { once: true });
  });
}
