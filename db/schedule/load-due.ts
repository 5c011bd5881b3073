import { shardRange, WINDOW_S } from "#core/schedule.ts";
import { pool } from "../pool.ts";
import { isCheck } from "../result/of-monitor.ts";
import { dueCheck, dueColumns, type DueCheck, type DueRow } from "./due-check.ts";
import type { ScheduleWindow } from "./window.ts";

/**
 * What is due in a window and has no result yet, in the order of its slots: core/schedule.ts, said in SQL. A slot is run from one
 * location: the monitor's locations take turns, among those the window was queued for. One that was cut off by then is left out, unless
 * all are: then its checks say why they cannot tell.
 */
export async function loadDue({ windowS, locationId, shard, shards }: ScheduleWindow): Promise<DueCheck[]> {
  const { from, to } = shardRange(shard, shards);
  const { rows } = await pool.query<DueRow>({
    name: "load-due",
    text: `with place as (
        select distinct location_id, is_cut_off from schedule_window where window_at = to_timestamp($1)
      ), due as (
        select id, team_id, revision, target, interval_s, time_limit_s, secret,
          $1::bigint + ((id::bigint * 2654435761 % 4294967296) % interval_s - $1::bigint % interval_s + interval_s) % interval_s as slot_s
        from monitor
        where paused_at is null and target_hash >= $2 and target_hash < $3
      )
      select ${dueColumns("due")}, (slot_s * 1000)::float8 as "slotAt"
      from due
      join health on health.monitor_id = due.id
      cross join lateral (
        select coalesce(
          array_agg(place.location_id order by place.location_id) filter (where not is_cut_off),
          array_agg(place.location_id order by place.location_id)
        ) as places
        from place
        where not exists (select from monitor_location where monitor_id = due.id)
          or exists (select from monitor_location where monitor_id = due.id and location_id = place.location_id)
      ) as turn
      where slot_s < $1::bigint + $5
        and turn.places[1 + (slot_s / interval_s) % cardinality(turn.places)] = $4
        and not exists (
          select from result r
          where ${isCheck("due.id", "to_timestamp(slot_s)", "$4::smallint")}
            and r.slot_at >= to_timestamp($1) and r.slot_at < to_timestamp($1::bigint + $5)
        )
      order by slot_s, id`,
    values: [windowS, from, to, locationId, WINDOW_S],
  });
  return rows.map((row) => dueCheck(row));
}
