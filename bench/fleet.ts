/**
 * A fleet under load: real workers check more and more monitors every `--interval` seconds against servers on loopback, and record them in a
 * PostgreSQL of their own. Prints how punctual it is, what each part costs, and how that grows.
 */
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { startSmtpSink } from "#testing/smtp-sink.ts";
import { measureFleet, type FleetFigures } from "./fleet/measure-fleet.ts";
import { readFleetOptions } from "./fleet/options.ts";
import { fleetReport } from "./fleet/report.ts";
import { saveReport } from "./save-report.ts";

const BARE_S = 10;

const options = readFleetOptions(process.argv.slice(2));
const runs: FleetFigures[] = [];
for (const monitors of options.monitors) {
  console.error(`${monitors} monitors: starting PostgreSQL, a mail server and ${options.workers} workers.`);
  runs.push(await measureFleet(monitors, options));
}
const isPlain = !options.starttls && options.slowS === 0;
const report = fleetReport(options, isPlain ? await bareUs(options.monitors.at(-1)!, options.intervalS) : null, runs);
console.log(report);
if (options.save) saveReport(nameOf(), report);

function nameOf(): string {
  const what = options.starttls ? "-starttls" : options.slowS > 0 ? "-slow" : "";
  return `fleet${what}${options.queue === "redis" ? "-redis" : ""}`;
}

async function bareUs(monitors: number, intervalS: number): Promise<number> {
  const sink = await startSmtpSink();
  try {
    const loop = path.join(import.meta.dirname, "bare-loop.ts");
    const args = [sink.port, monitors, Math.round(monitors / intervalS), BARE_S].map(String);
    const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", loop, ...args]);
    return (JSON.parse(stdout) as { cpuUs: number }).cpuUs;
  } finally {
    await sink.stop();
  }
}
