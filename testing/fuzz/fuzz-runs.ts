import { mailflowTarget } from "#core/mailflow/mailflow-target.ts";
import type { Script } from "#core/script/script.ts";
import { writeScript } from "#core/script/write-script.ts";
import { runProbe } from "#probes/probe.ts";
import { makeAuthority, makeCertificate } from "#testing/certificates.ts";
import { playRun } from "#testing/play-run.ts";
import { play } from "#testing/server/play.ts";
import { capriciousImap, capriciousPop3, capriciousSmtp, type Mail } from "./capricious.ts";
import { brokenPromise, CANARY } from "./promises.ts";
import { randomScript } from "./random-script.ts";
import { randomFrom, type Random } from "./random.ts";

/** What came of running scripts: how many of each verdict, and which promises did not hold. */
export type RunFuzzOutcome = {
  byStatus: Map<string, number>;
  byReason: Map<string, number>;
  broken: { seed: number; promise: string }[];
};

type Ports = Record<"out" | "in" | "pop", number>;
/** What the servers of one run go by. */
type Moods = { random: Random; mail: Mail };

const TIME_LIMIT_MS = 800;
/** Leave is taken of up to three servers, each of which may say nothing for a second. */
const OVER_MS = 4_000;

const authority = makeAuthority();
const certificate = makeCertificate({ names: ["127.0.0.1"], issuer: authority });

/**
 * Runs seeded scripts against servers with moods, `atOnce` at a time. The promises are those of every check, and: nothing is thrown; a run ends in its
 * time; a message is sent once at most; whatever is said but the message is one line of printable ASCII; and no secret is in what is kept.
 */
export async function fuzzRuns(firstSeed: number, runs: number, atOnce: number): Promise<RunFuzzOutcome> {
  const outcome: RunFuzzOutcome = { byStatus: new Map(), byReason: new Map(), broken: [] };
  let next = firstSeed;
  // A played server holds its port after its end, so each hand has its own for all of its runs.
  const work = async () => {
    let moods: Moods | null = null;
    const servers = await Promise.all([
      play(() => [capriciousSmtp(moods!.random, moods!.mail, certificate)]),
      play(() => [capriciousImap(moods!.random, moods!.mail, certificate)]),
      play(() => [capriciousPop3(moods!.random, moods!.mail, certificate)]),
    ]);
    const [out, into, pop] = servers.map(({ port }) => port) as [number, number, number];
    while (next < firstSeed + runs) {
      const seed = next++;
      moods = { random: randomFrom(seed), mail: { text: "", sent: 0, lines: [] } };
      await runOne(seed, moods, { out, in: into, pop }, outcome);
    }
    await Promise.all(servers.map((server) => server.close()));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, runs) }, work));
  return outcome;
}

async function runOne(seed: number, { random, mail }: Moods, ports: Ports, outcome: RunFuzzOutcome): Promise<void> {
  const startedAtMs = performance.now();
  let promise: string | null;
  try {
    const { target } = mailflowTarget(writeScript(at(randomScript(random), ports)));
    const result = await runProbe(target!, {
      timeLimitMs: TIME_LIMIT_MS,
      dnsServers: [],
      allowPrivate: true,
      extraCas: [authority.cert],
      secret: JSON.stringify({ submission: CANARY, mailbox: CANARY }),
      run: playRun(),
    });
    count(outcome.byStatus, result.status);
    count(outcome.byReason, result.reason?.code ?? "none");
    promise = brokenPromise(result, {});
  } catch (error) {
    promise = `nothing is thrown: ${String(error)}`;
  }
  const overMs = performance.now() - startedAtMs - TIME_LIMIT_MS;
  if (overMs > OVER_MS) promise ??= `a run ends in its time: ${Math.round(overMs)} ms over`;
  if (mail.sent > 1) promise ??= "a message is sent once";
  if (!mail.lines.every((line) => /^[\x20-\x7e]*$/.test(line))) promise ??= "a command is one line of printable ASCII";
  if (promise !== null) outcome.broken.push({ seed, promise });
}

function at(script: Script, ports: Ports): Script {
  const servers = Object.entries(script.servers).map(([name, server]) => [
    name,
    { ...server, host: "127.0.0.1", port: ports[name as keyof Ports] },
  ]);
  return { ...script, servers: Object.fromEntries(servers) as Script["servers"] };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
