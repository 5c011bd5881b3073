/** Every hostile server of the corpus against the probe: verdicts, time limits, memory, lag, timing accuracy; as a card. */
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { countAccidents } from "./corpus/accidents.ts";
import { countSockets } from "./corpus/count-sockets.ts";
import { measureCrowd } from "./corpus/measure-crowd.ts";
import { measureEast } from "./corpus/measure-east.ts";
import { measureTimings } from "./corpus/measure-timings.ts";
import { measureTranscripts } from "./corpus/measure-transcripts.ts";
import { measureVerdicts } from "./corpus/measure-verdicts.ts";
import { corpusReport, type CorpusFigures } from "./corpus/report.ts";
import { startCorpusServer } from "./corpus/start-server.ts";
import { saveReport } from "./save-report.ts";

/** What was written last may still be on its way to the other side. */
const SETTLE_MS = 500;

const { save } = parseArgs({ options: { save: { type: "boolean", default: false } } }).values;
const report = corpusReport(await measure());
console.log(report);
if (save) saveReport("corpus", report);

async function measure(): Promise<CorpusFigures> {
  const accidents = countAccidents();
  const server = await startCorpusServer();
  try {
    const before = { here: countSockets(), there: await server.connected() };
    const verdicts = await measureVerdicts(server);
    const east = await measureEast(server);
    const transcripts = await measureTranscripts(server);
    const crowd = await measureCrowd(server);
    const timings = await measureTimings(server);
    await sleep(SETTLE_MS);
    const leaked = { here: countSockets() - before.here, there: (await server.connected()) - before.there };
    return { verdicts, east, crowd, timings, transcripts, accidents, leaked };
  } finally {
    await server.stop();
  }
}
