import { gapBefore } from "#core/judging/gap.ts";
import { changed } from "#core/judging/health.ts";
import { notify } from "../notify.ts";
import { inTransaction } from "../transaction.ts";
import { addTransitions } from "./add-transitions.ts";
import { lockHealth } from "./lock-health.ts";
import { writeHealth } from "./write-health.ts";

const MOST_AT_ONCE = 1_000;

/**
 * Says `unknown` of monitors that nobody has watched for too long at `now` (epoch milliseconds), as their next result would. Their
 * incidents stay open. Returns how many.
 */
export async function judgeSilence(now: number): Promise<number> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ monitorId: number }>(
      `select monitor_id as "monitorId" from health join monitor on monitor.id = monitor_id
       where status in ('up', 'degraded', 'down') and health.revision = monitor.revision
         and last_slot_at < to_timestamp($1::float8 / 1000) - make_interval(secs => 2 * interval_s + 30)
       order by monitor_id limit $2`,
      [now, MOST_AT_ONCE],
    );
    if (rows.length === 0) return 0;
    const locked = await lockHealth(
      client,
      rows.map(({ monitorId }) => monitorId),
    ); // read again under the lock: a result may have come
    const silent = locked.flatMap((row) => {
      const transition = gapBefore(row.health, row.intervalS, now);
      return transition ? [{ row: { ...row, health: changed(row.health, transition) }, transition }] : [];
    });
    await addTransitions(
      client,
      silent.map(({ row: { monitorId }, transition }) => ({ monitorId, transition, slotAt: null, locationId: null })),
    );
    await writeHealth(
      client,
      silent.map(({ row }) => row),
    );
    const teamIds = new Set(silent.map(({ row }) => row.teamId));
    for (const teamId of teamIds) await notify("team_seen", String(teamId), client);
    return silent.length;
  });
}
