import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { REASON_CODES } from "#core/reason.ts";
import type { CheckResult } from "#core/result.ts";
import { STATUSES } from "#core/status.ts";
import { probeSmtp } from "#probes/smtp.ts";
import { makeAuthority, makeCertificate } from "#testing/certificates.ts";
import { ClientLeft, Player, Surprise } from "#testing/server/player.ts";
import type { Dialogue } from "#testing/server/steps.ts";
import { mutatedDialogue } from "./mutated-dialogue.ts";
import { randomFrom } from "./random.ts";

/** A mutated server that stays silent costs this long. */
const TIME_LIMIT_MS = 120;
const TLS_TIME_LIMIT_MS = 400;
const OVER_MS = 500;
const KEPT_BYTES = 32 * 1024;
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
      const stage = await openStage();
      while (next < runs) await runOne(seed + next++, stage, outcome, mostOverMs);
      outcome.leftOpen += await stage.close();
    }),
  );
  return outcome;
}

async function runOne(seed: number, stage: Stage, outcome: FuzzOutcome, mostOverMs: number): Promise<void> {
  const isTls = seed % TLS_EVERY === 0;
  const timeLimitMs = isTls ? TLS_TIME_LIMIT_MS : TIME_LIMIT_MS;
  stage.show(mutatedDialogue(randomFrom(seed), isTls ? certificate : null));
  const startedAtMs = performance.now();
  try {
    const result = await probeSmtp(
      { kind: "smtp", host: "127.0.0.1", port: stage.port, tls: isTls ? "starttls" : "none", ehloName: "probe.example" },
      { timeLimitMs, dnsServers: [], allowPrivate: true, extraCas: [authority.cert] },
    );
    const overMs = performance.now() - startedAtMs - timeLimitMs;
    outcome.longestOverMs = Math.max(outcome.longestOverMs, overMs);
    count(outcome.byStatus, result.status);
    count(outcome.byReason, result.reason?.code ?? "none");
    const promise = brokenPromise(result, overMs <= mostOverMs);
    if (promise !== null) outcome.broken.push({ seed, promise });
  } catch (error) {
    outcome.broken.push({ seed, promise: `it never throws: ${String(error)}` });
  }
}

/** The first promise a result breaks, or null. */
function brokenPromise({ status, reason, transcript, stages }: CheckResult, isInTime: boolean): string | null {
  if (!STATUSES.includes(status)) return "a status is one of four";
  if ((reason === null) !== (status === "up")) return "whatever is not up has a reason, and what is up has none";
  if (reason !== null && !REASON_CODES.includes(reason.code)) return `${reason.code} is a reason`;
  if (Buffer.byteLength(JSON.stringify(transcript)) > KEPT_BYTES) return "a transcript stays within its budget";
  // oxlint-disable-next-line no-control-regex -- none may be left
  if (transcript.some(({ text }) => /[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/.test(text)))
    return "a transcript has no control characters";
  if (!isInTime) return "a check ends with its time limit";
  const replied = (stage: string) => stages.find((each) => each.stage === stage)?.reply?.code;
  if ((status === "up" || status === "degraded") && (replied("greeting") !== 220 || replied("ehlo") !== 250))
    return "who is up has greeted and answered";
  return null;
}

type Stage = { port: number; show(dialogue: Dialogue): void; close(): Promise<number> };

/** A server that plays to each client the dialogue shown last. `close` says how many clients were still there. */
async function openStage(): Promise<Stage> {
  let dialogue: Dialogue = [];
  const players = new Set<Player>();
  const server = createServer((socket) => {
    const player = new Player(socket);
    players.add(player);
    void playTo(player, dialogue).finally(() => players.delete(player));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    show: (next) => void (dialogue = next),
    close: async () => {
      await Promise.race([
        Promise.all([...players].map((player) => player.gone())),
        new Promise((resolve) => setTimeout(resolve, OVER_MS).unref()),
      ]);
      const open = [...players].filter((player) => !player.hasLeft);
      open.forEach((player) => player.destroy());
      server.close();
      await once(server, "close");
      return open.length;
    },
  };
}

async function playTo(player: Player, dialogue: Dialogue): Promise<void> {
  try {
    for (const step of dialogue) await step(player);
    await player.gone();
  } catch (error) {
    player.destroy();
    if (!(error instanceof ClientLeft || error instanceof Surprise)) throw error;
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
