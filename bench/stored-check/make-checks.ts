import type { StageTiming } from "#core/check/stage.ts";
import { REASON_CODES } from "#core/reason/reason.ts";

/** A check as the recorder has it in hand; `slotAt` is epoch milliseconds. */
export type MadeCheck = {
  monitorId: number;
  slotAt: number;
  status: string;
  lateMs: number;
  replyCode: number | null;
  reason: string | null;
  timings: StageTiming[];
};

export type Crowd = { monitors: number; slots: number };

const START = Date.UTC(2026, 0, 1);
const MINUTE_MS = 60_000;
const BATCH = 300;
const FAILED_SHARE = 0.01;
const LATE_SHARE = 0.02;
const LATE_SLOTS = 5;

/** The end of the last slot. */
export function endOf({ slots }: Crowd): number {
  return START + slots * MINUTE_MS;
}

/**
 * Checks a minute apart of every monitor, in batches as the recorder writes them: a few hundred of about the same instant, by monitor. Two in
 * a hundred come five minutes late. Half of the monitors use STARTTLS; one check in a hundred fails.
 */
export function* makeChecks({ monitors, slots }: Crowd): Generator<MadeCheck[]> {
  const late: MadeCheck[][] = [];
  for (let slot = 0; slot < slots; slot++) {
    const now: MadeCheck[] = late[slot - LATE_SLOTS] ?? [];
    late[slot] = [];
    for (let at = 0; at < monitors; at++) {
      const check = makeCheck(1 + ((at * 7919) % monitors), START + slot * MINUTE_MS + Math.floor((at * 60) / monitors) * 1_000);
      (Math.random() < LATE_SHARE ? late[slot]! : now).push(check);
      if (now.length >= BATCH) yield inOrder(now.splice(0));
    }
    if (now.length > 0) yield inOrder(now);
  }
}

function inOrder(checks: MadeCheck[]): MadeCheck[] {
  return checks.toSorted((a, b) => a.monitorId - b.monitorId || a.slotAt - b.slotAt);
}

/** A time that is sometimes nearly twice what it usually is. */
function around(ms: number): number {
  return ms * (0.9 + Math.random() ** 4);
}

function makeCheck(monitorId: number, slotAt: number): MadeCheck {
  const isFailed = Math.random() < FAILED_SHARE;
  const roundTripMs = 5 + (monitorId % 60);
  const greeted = [
    { stage: "dns", ms: around(2) },
    { stage: "connect", ms: around(roundTripMs) },
    { stage: "greeting", ms: around(roundTripMs + 40) },
  ] as const;
  const encrypted = [
    { stage: "starttls", ms: around(roundTripMs) },
    { stage: "tls", ms: around(2 * roundTripMs + 10) },
    { stage: "ehlo-tls", ms: around(roundTripMs) },
  ] as const;
  const ended = [{ stage: "quit", ms: around(roundTripMs) }] as const;
  return {
    monitorId,
    slotAt,
    status: isFailed ? "down" : "up",
    lateMs: Math.round(20 * Math.random() ** 4),
    replyCode: isFailed ? 421 : null,
    reason: isFailed ? REASON_CODES[monitorId % REASON_CODES.length]! : null,
    timings: isFailed
      ? [...greeted]
      : [...greeted, { stage: "ehlo", ms: around(roundTripMs) }, ...(monitorId % 2 === 0 ? encrypted : []), ...ended],
  };
}
