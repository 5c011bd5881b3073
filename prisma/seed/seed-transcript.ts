import type { PoolClient } from "pg";
import { replyNumber } from "#core/check/reply.ts";
import { jsonb } from "#db/jsonb.ts";
import { packTimings } from "#db/result/pack-timings.ts";
import type { SeededDialogue } from "./dialogues/dialogue.ts";
import type { Ground } from "./seed-monitor.ts";

const DAY_MS = 86_400_000;

/** The dialogue of a check, kept, and its result. `goodSlotAt` is when the last good one was. */
export async function seedTranscript(
  client: PoolClient,
  ground: Ground,
  monitorId: number,
  dialogue: SeededDialogue,
  slotAt: Date,
  goodSlotAt: Date | null,
): Promise<void> {
  const { status, reason, stages, facts, warnings, lines } = dialogue;
  await client.query(
    `insert into transcript (monitor_id, slot_at, location_id, status, reason, stages, facts, warnings, lines, good_slot_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
    [
      monitorId,
      slotAt,
      ground.locationId,
      status,
      reason && jsonb(reason),
      ...[stages, facts, warnings, lines].map(jsonb),
      goodSlotAt,
    ],
  );
  if (slotAt.getTime() < ground.now - 8 * DAY_MS) return; // results of so long ago have no partition
  await client.query(
    `insert into result (slot_at, monitor_id, status, location_id, late_ms, reply_code, reason, timings)
     values ($1, $2, $3, $4, 4, $5, $6, $7) on conflict do nothing`,
    [slotAt, monitorId, status, ground.locationId, replyNumber(reason?.reply), reason?.code ?? null, packTimings(stages)],
  );
}
