import { runProbe } from "#probes/probe.ts";
import { makeAuthority, makeCertificate } from "#testing/certificates.ts";
import { play } from "#testing/server/play.ts";
import { playedTarget } from "#testing/server/played-target.ts";
import type { Dialogue } from "#testing/server/steps.ts";
import { mutatedDialogue } from "./mutated-dialogue.ts";
import { brokenPromise } from "./promises.ts";
import { randomFrom } from "./random.ts";
import { type Subject, SUBJECTS } from "./subjects.ts";

/** A mutated server that stays silent costs this long. */
const TIME_LIMIT_MS = 120;
const TLS_TIME_LIMIT_MS = 400;
const OVER_MS = 500;
/** Every so many runs one is with TLS, which costs ten times as much. */
const TLS_EVERY = 10;

/** What came of many runs: how many of each verdict, the seeds of those that broke a promise and which, and how long the longest took. */
export type FuzzOutcome = {
  runs: number;
  byStatus: Map<string, number>;
  byReason: Map<string, number>;
  broken: { seed: number; promise: string }[];
  longestOverMs: number;
  leftOpen: number;
};

const authority = makeAuthority();
const certificate = makeCertificate({ names: ["127.0.0.1"], issuer: authority });

/**
 * Plays `runs` mutated dialogues of a kind to the real probe, `atOnce` at a time; run `n` has the seed `seed + n`. A check may be over its
 * time limit by `mostOverMs`.
 */
export async function fuzzProbe(
  kind: keyof typeof SUBJECTS,
  seed: number,
  runs: number,
  atOnce: number,
  mostOverMs = OVER_MS,
): Promise<FuzzOutcome> {
  const subject: Subject = SUBJECTS[kind];
  const outcome: FuzzOutcome = { runs, byStatus: new Map(), byReason: new Map(), broken: [], longestOverMs: 0, leftOpen: 0 };
  let next = 0;
  await Promise.all(
    Array.from({ length: Math.min(atOnce, runs) }, async () => {
      let dialogue: Dialogue = [];
      const server = await play(() => dialogue);
      while (next < runs) {
        const run = seed + next++;
        dialogue = mutatedDialogue(subject, randomFrom(run), isTls(run) ? certificate : null);
        await runOne(subject, run, server.port, outcome, mostOverMs);
      }
      if (!(await server.left(OVER_MS))) outcome.leftOpen += server.connected();
      await server.close();
    }),
  );
  return outcome;
}

const isTls = (seed: number) => seed % TLS_EVERY === 0;

async function runOne(
  { inClear, withTls, secret, answers }: Subject,
  seed: number,
  port: number,
  outcome: FuzzOutcome,
  mostOverMs: number,
): Promise<void> {
  const timeLimitMs = isTls(seed) ? TLS_TIME_LIMIT_MS : TIME_LIMIT_MS;
  const startedAtMs = performance.now();
  try {
    const result = await runProbe(playedTarget((isTls(seed) ? withTls : inClear).target, { host: "127.0.0.1", port }), {
      timeLimitMs,
      dnsServers: [],
      allowPrivate: true,
      extraCas: [authority.cert],
      secret,
    });
    const overMs = performance.now() - startedAtMs - timeLimitMs;
    outcome.longestOverMs = Math.max(outcome.longestOverMs, overMs);
    count(outcome.byStatus, result.status);
    count(outcome.byReason, result.reason?.code ?? "none");
    const promise = overMs > mostOverMs ? "a check ends with its time limit" : brokenPromise(result, answers);
    if (promise !== null) outcome.broken.push({ seed, promise });
  } catch (error) {
    outcome.broken.push({ seed, promise: `it never throws: ${String(error)}` });
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
