import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { checkNode } from "./check-node.mjs";
import { generate, isGenerated } from "./client.mjs";
import { asComplaint } from "./complaint.mjs";
import { endAllGroups } from "./groups.mjs";
import { install, isInstalled } from "./install.mjs";
import { sweepTestDatabases } from "./postgres/sweep.mjs";
import { startProgress } from "./progress.mjs";
import { runToolWell } from "./run-tool.mjs";
import { lineOf, sumOf } from "./tally.mjs";

/** `npm test`: sets up a fresh clone and runs everything, or what `--only check`, `tests` or `stories` names. Its last line counts. */

const ROOT = path.join(import.meta.dirname, "..");
const SAME_PRESS_MS = 700; // npm passes on the Ctrl-C that the terminal already sent us

const BEAT_MS = 60_000; // most parts speak for themselves

const calledOff = new AbortController();
let pressedAt = 0;
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => {
    if (pressedAt > 0 && Date.now() - pressedAt > SAME_PRESS_MS) {
      endAllGroups();
      process.exit(1);
    }
    pressedAt ||= Date.now();
    calledOff.abort();
  });
}

try {
  checkNode(process.versions.node);
  const { only } = parseArgs({ options: { only: { type: "string", default: "all" } } }).values;
  const env = ownEnvironment();
  const where = { cwd: ROOT, env, signal: calledOff.signal };
  const { step, say, seconds } = startProgress(BEAT_MS);

  if (!isInstalled(ROOT, { dev: true })) await step("Installing packages", () => install(where, { dev: true }));
  if (!isGenerated(ROOT)) await step("Making the database client", () => generate(where));
  const typegen = ["node_modules/next/dist/bin/next", "typegen"];
  await step("Making the types of routes", () => runToolWell({ ...where, args: typegen }, "next typegen"));

  const { PARTS } = await import("./test-parts.mjs"); // needs what is installed by now
  const parts = PARTS[/** @type {keyof typeof PARTS} */ (only)];
  if (!parts) throw new Error(`--only takes one of ${Object.keys(PARTS).join(", ")}.`);
  /** @type {import("./tally.mjs").Tally[]} */
  const tallies = [];
  /** @param {import("./test-parts.mjs").Part[]} some */
  const runInTurn = async (some) => {
    for (const part of some) {
      if (calledOff.signal.aborted) break;
      const beside = runInTurn(part.beside ?? []);
      const tally = await step(part.name, () => part.run(where));
      tallies.push({ ...tally, failures: tally.failures.map((failure) => `${part.name}: ${failure}`) });
      say(`${part.name}: ${lineOf(tally)}`);
      await beside;
    }
  };
  await runInTurn(parts);
  const total = sumOf(tallies);
  if (calledOff.signal.aborted) say("Called off: the rest did not run.");
  say(`Everything that ran took ${Math.round(seconds())} s.`);
  for (const failure of total.failures) process.stdout.write(`FAILED  ${failure}\n`);
  process.stdout.write(`${lineOf(total)}\n`);
  process.exitCode = total.failed > 0 || calledOff.signal.aborted ? 1 : 0;
} catch (error) {
  if (!calledOff.signal.aborted) {
    process.stderr.write(`${asComplaint(error)?.message ?? /** @type {Error} */ (error).message}\n`);
  }
  process.stdout.write("0 passed, 1 failed\n");
  process.exitCode = 1;
}
if (calledOff.signal.aborted) await sleep(200); // until the last of them is gone
await sweepTestDatabases();
process.exit();

/** The environment without what would lead tests to parts of somebody else's. */
function ownEnvironment() {
  /** @type {NodeJS.Dict<string>} */
  const own = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  for (const name of [
    "NODE_ENV",
    "DATABASE_URL",
    "REDIS_URL",
    "SMTP_URL",
    "SMTP_URLS",
    "NEXTAUTH_URL",
    "NEXTAUTH_SECRET",
    "SECRETS_KEY",
    "DATA_DIR",
  ])
    delete own[name];
  return /** @type {NodeJS.ProcessEnv} */ (own);
}
