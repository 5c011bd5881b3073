import { probeSmtp } from "#probes/smtp.ts";
import { makeAuthority, makeCertificate } from "#testing/certificates.ts";
import { play } from "#testing/server/play.ts";
import type { Dialogue } from "#testing/server/steps.ts";
import { mutatedDialogue } from "./mutated-dialogue.ts";
import { brokenPromise } from "./promises.ts";
import { randomFrom } from "./random.ts";

/** A mutated server that stays silent costs this long. */
const TIME_LIMIT_MS = 120;
const TLS_TIME_LIMIT_MS = 400;
const OVER_MS = 500;
/** Every so many runs one is with STARTTLS, which costs ten times as much. */
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
 * Plays `runs` mutated dialogues to the real probe, `atOnce` at a time; run `n` has the seed `seed + n`. A check may be over its time limit
 * by `mostOverMs`.
 */
export async function fuzzProbe(seed: number, runs: number, atOnce: number, mostOverMs = OVER_MS): Promise<FuzzOutcome> {
  const outcome: FuzzOutcome = { runs, byStatus: new Map(), byReason: new Map(), broken: [], longestOverMs: 0, leftOpen: 0 };
  let next = 0;
  await Promise.all(
    Array.from({ length: Math.min(atOnce, runs) }, async () => {
      let dialogue: Dialogue = [];
      const server = await play(() => dialogue);
      while (next < runs) {
        const run = seed + next++;
        dialogue = mutatedDialogue(randomFrom(run), isTls(run) ? certificate : null);
        await runOne(run, server.port, outcome, mostOverMs);
      }
      if (!(await server.left(OVER_MS))) outcome.leftOpen += server.connected();
      await server.close();
    }),
  );
  return outcome;
}

const isTls = (seed: number) => seed % TLS_EVERY === 0;

async function runOne(seed: number, port: number, outcome: FuzzOutcome, mostOverMs: number): Promise<void> {
  const timeLimitMs = isTls(seed) ? TLS_TIME_LIMIT_MS : TIME_LIMIT_MS;
  const startedAtMs = performance.now();
  try {
    const result = await probeSmtp(
      { kind: "smtp", host: "127.0.0.1", port, tls: isTls(seed) ? "starttls" : "none", ehloName: "probe.example" },
      { timeLimitMs, dnsServers: [], allowPrivate: true, extraCas: [authority.cert] },
    );
    const overMs = performance.now() - startedAtMs - timeLimitMs;
    outcome.longestOverMs = Math.max(outcome.longestOverMs, overMs);
    count(outcome.byStatus, result.status);
    count(outcome.byReason, result.reason?.code ?? "none");
    const promise = overMs > mostOverMs ? "a check ends with its time limit" : brokenPromise(result);
    if (promise !== null) outcome.broken.push({ seed, promise });
  } catch (error) {
    outcome.broken.push({ seed, promise: `it never throws: ${String(error)}` });
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
