import { mailflowTarget } from "#core/mailflow/mailflow-target.ts";
import { runProbe } from "#probes/probe.ts";
import { playRun } from "#testing/play-run.ts";
import type { MailChain } from "#testing/real/mail-chain.ts";
import { roundTrip } from "./round-trip.ts";

/** CPU in microseconds of this process, user and system; the transcript and what is kept of the message in bytes of JSON; `ms` by the clock. */
export type AloneFigures = {
  cpuUs: number;
  transcriptBytes: number;
  factsBytes: number;
  p50Ms: number;
  p95Ms: number;
  wrong: number;
};

const WARM_UP = 20;
const AT_ONCE = 4;

/** What a round trip costs whoever runs it, without a database. */
export async function measureAlone(chain: MailChain, trips: number): Promise<AloneFigures> {
  const { target } = mailflowTarget(roundTrip(chain, "127.0.0.1", 0));
  const secret = JSON.stringify({ password: chain.users[0]!.password });
  const trip = () => runProbe(target!, { timeLimitMs: 60_000, dnsServers: [], allowPrivate: true, secret, run: playRun() });
  await inParallel(WARM_UP, trip);
  const before = process.cpuUsage();
  const results = await inParallel(trips, trip);
  const { user, system } = process.cpuUsage(before);
  const times = results.map(({ durationMs }) => durationMs).toSorted((one, other) => one - other);
  return {
    cpuUs: (user + system) / trips,
    transcriptBytes: mean(results.map(({ transcript }) => bytesOf(transcript))),
    factsBytes: mean(results.map(({ facts }) => bytesOf(facts))),
    p50Ms: times[Math.floor(times.length * 0.5)]!,
    p95Ms: times[Math.floor(times.length * 0.95)]!,
    wrong: results.filter(({ status }) => status !== "up").length,
  };
}

async function inParallel<Value>(count: number, work: () => Promise<Value>): Promise<Value[]> {
  const values: Value[] = [];
  let begun = 0;
  const worker = async () => {
    while (begun++ < count) values.push(await work());
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return values;
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
