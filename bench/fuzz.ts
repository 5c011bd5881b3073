/** Seeded accidents on the wire by the hundred thousand, against the real probe: what came of them, and which promises did not hold. */
import os from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { fuzzProbe } from "#testing/fuzz/fuzz-probe.ts";
import { SUBJECTS } from "#testing/fuzz/subjects.ts";
import { countAccidents } from "./corpus/accidents.ts";
import { countSockets } from "./corpus/count-sockets.ts";
import { fuzzReport, type FuzzFigures } from "./fuzz/report.ts";
import { saveReport } from "./save-report.ts";
import { wholeNumber } from "./whole-number.ts";

const AT_ONCE = 50;
const SAMPLE_EVERY_MS = 200;
/** What was closed last may not be gone yet. */
const SETTLE_MS = 500;

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
    kind: { type: "string", default: "smtp" },
    save: { type: "boolean", default: false },
  },
});
const kind = kindOf(values.kind);
const report = fuzzReport(await measure(wholeNumber("--seed", values.seed), wholeNumber("--runs", values.runs)));
console.log(report);
if (values.save) saveReport(kind === "smtp" ? "fuzz" : `fuzz-${kind}`, report);

function kindOf(named: string): keyof typeof SUBJECTS {
  const kinds = Object.keys(SUBJECTS) as (keyof typeof SUBJECTS)[];
  const kind = kinds.find((each) => each === named);
  if (kind === undefined) throw new Error(`--kind is one of ${kinds.join(", ")}.`);
  return kind;
}

async function measure(seed: number, runs: number): Promise<FuzzFigures> {
  const accidents = countAccidents();
  const socketsBefore = countSockets();
  const residentBytes = { before: process.memoryUsage.rss(), most: 0, after: 0 };
  const sampling = setInterval(() => {
    residentBytes.most = Math.max(residentBytes.most, process.memoryUsage.rss());
  }, SAMPLE_EVERY_MS);
  const startedAtMs = performance.now();
  const outcome = await fuzzProbe(kind, seed, runs, AT_ONCE);
  const tookMs = performance.now() - startedAtMs;
  clearInterval(sampling);
  await sleep(SETTLE_MS);
  residentBytes.after = process.memoryUsage.rss();
  return { kind, seed, outcome, accidents, tookMs, residentBytes, leaked: countSockets() - socketsBefore, load: os.loadavg() };
}
