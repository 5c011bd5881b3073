import type { ClientBase } from "pg";
import { WINDOW_S, windowOf } from "#core/schedule/schedule.ts";
import { beatLeader } from "#db/schedule/beat-leader.ts";
import { moveCursor } from "#db/schedule/move-cursor.ts";
import { readCursor } from "#db/schedule/read-cursor.ts";
import { recordMissedWindows } from "#db/schedule/record-missed-windows.ts";
import { recordWindows } from "#db/schedule/record-windows.ts";
import type { ScheduleWindow } from "#db/schedule/window.ts";

/** Puts the jobs of windows into the queues of their locations; adding one twice adds nothing. */
export type QueueWindows = (windows: readonly ScheduleWindow[]) => Promise<void>;

/** Another worker leads by now: whoever learns this stops. */
export class LostLeadership extends Error {}

/** A window is queued this long before it opens, give or take the second between two looks. */
const AHEAD_S = 5;
/** A window that closed this long ago, its slots with it, is not run any more. */
const MISSED_AFTER_S = 30;

/**
 * One look of the leader: queues every window from the cursor on that opens soon. It records a window before it queues it and moves
 * the cursor after, so that one who dies in between leaves nothing undone and nothing twice. Windows that went by while nobody led
 * are recorded as missed. `client` is the connection that holds the leader's lock. Returns how many jobs were missed.
 */
export async function lead(client: ClientBase, epoch: number, queueWindows: QueueWindows): Promise<number> {
  if (!(await beatLeader(client, epoch))) throw new LostLeadership();
  const { cursorS, nowS } = await readCursor(client);
  let windowS = cursorS ?? windowOf(nowS) + WINDOW_S;

  const oldestS = windowOf(nowS - MISSED_AFTER_S);
  let missed = 0;
  if (windowS < oldestS) {
    missed = await recordMissedWindows(client, epoch, windowS, oldestS);
    windowS = oldestS;
  }
  for (; windowS <= nowS + AHEAD_S; windowS += WINDOW_S) {
    const windows = await recordWindows(client, epoch, windowS);
    if (windows === null) break; // it would be nobody's, and not even missed: workers are heard of again before the next look or the one after
    await queueWindows(windows);
    if (!(await moveCursor(client, epoch, windowS + WINDOW_S))) throw new LostLeadership();
  }
  return missed;
}
