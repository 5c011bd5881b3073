import { setTimeout as pause } from "node:timers/promises";
import { isJunkFolder } from "#core/arrival/junk-folder.ts";
import type { Reason } from "#core/reason/reason.ts";
import { degradeRun, type Running } from "./running.ts";

/** A script that does not say how often a search looks again does at first after so many ms, and then ever less often. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

/** A look after the first that had less time than this, and did not end, says nothing against the server. */
export const FAIR_LOOK_MS = 2_000;

/** So many messages of earlier runs are looked for beside this one's. */
const MOST_EARLIER = 5;

/** A message of an earlier run. `arrivedAt` is null where the server does not say when it came. */
export type Earlier = { token: string; folder: string; arrivedAt: number | null };

/** What one look into a mailbox found: the folder of this run's message, or null. A reason ends the search. */
export type Look = { folder: string | null; earlier: readonly Earlier[]; reason: Reason | null };

/** The tokens of messages of earlier runs that may still arrive, the latest first. */
export function earlierTokens({ run }: Running): string[] {
  return run.missing.slice(0, MOST_EARLIER).map(({ token }) => token);
}

/**
 * Looks until the message is there or the time of the step is over, after pauses of `everyMs` where that is given. Then it is lost; or nobody can tell, where nobody knows whether it was taken.
 */
export async function findMessage(
  running: Running,
  everyMs: (() => number) | undefined,
  look: () => Promise<Look>,
): Promise<Reason | null> {
  let growingMs = FIRST_PAUSE_MS;
  for (let isFirst = true; ; isFirst = false) {
    const hadMs = running.leftMs();
    const { folder, earlier, reason } = await look();
    for (const each of earlier) await noteEarlier(running, each);
    if (folder !== null) return noteFound(running, folder);
    if (reason !== null) {
      const isCutShort = !isFirst && hadMs < FAIR_LOOK_MS && reason.code.endsWith(".timeout");
      return isCutShort ? lost(running) : reason;
    }
    const pauseMs = everyMs?.() ?? growingMs;
    if (running.leftMs() <= pauseMs) return lost(running);
    await pause(pauseMs);
    growingMs = Math.min(LONGEST_PAUSE_MS, growingMs * 2);
  }
}

/** The message is there. In the folder for junk it is not where it should be, unless the script says itself where that is. */
export async function noteFound(running: Running, folder: string, arrivedAt = running.now()): Promise<null> {
  const isJunk = isJunkFolder(folder);
  running.found = { folder, isJunk, arrivedAt, raw: null, sizeBytes: null };
  await running.run.found({ token: running.run.token, arrivedAt, folder, isJunk });
  if (isJunk && !saysWhere(running)) {
    degradeRun(running, { code: "delivery.junk", stage: "delivery", reply: null, detail: `It is in the folder ${folder}.` });
  }
  return null;
}

function saysWhere({ script }: Running): boolean {
  return script.steps.some((step) => "expect" in step && step.expect === "message" && step.folder !== undefined);
}

/** It is late, and not the one of this run. */
export async function noteEarlier(running: Running, { token, folder, arrivedAt }: Earlier): Promise<void> {
  const sentAt = running.run.missing.find((missing) => missing.token === token)?.sentAt;
  if (sentAt === undefined || running.late.some((late) => late.token === token)) return;
  const now = running.now();
  const at = Math.min(now, Math.max(sentAt, arrivedAt ?? now));
  running.late.push({ token, folder, delayMs: at - sentAt });
  await running.run.found({ token, arrivedAt: at, folder, isJunk: isJunkFolder(folder) });
}

function lost({ unconfirmed, sent, now }: Running): Reason {
  if (unconfirmed !== null) return unconfirmed;
  const waited = sent === null ? "" : `It was sent ${Math.round((now() - sent.at) / 1000)} s ago and is in none of the folders.`;
  return { code: "delivery.lost", stage: "delivery", reply: null, detail: waited || null };
}
