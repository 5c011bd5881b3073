import { shardRange, WINDOW_S } from "#core/schedule/schedule.ts";
import { pool } from "../pool.ts";
import { isCheck } from "../result/of-monitor.ts";
import { dueCheck, dueColumns, type DueCheck, type DueRow } from "./due-check.ts";
import type { ScheduleWindow } from "./window.ts";

/** SQL: the locations that take turns, of those in `place`: the ones that are not cut off, or all of them where each one is. */
const TURNS = `coalesce(
  array_agg(location_id order by location_id) filter (where not is_cut_off),
  array_agg(location_id order by location_id)
)`;

/**
 * What is due in a window and has no result yet, in the order of its slots: core/schedule/schedule.ts, said in SQL. A slot is run from one
 * location: the monitor's locations take turns, among those the window was queued for. One that was cut off by then is left out, unless
 * all are: then its checks say why they cannot tell. What is due is found in an index alone, and only that is looked up. Of a window that
 * nobody has begun (begin-window.ts) there are no results to look for.
 */
export async function loadDue({ windowS, locationId, shard, shards }: ScheduleWindow): Promise<DueCheck[]> {
  const { from, to } = shardRange(shard, shards);
  const { rows } = await pool.query<DueRow>({
    name: "load-due",
    text: `with place as materialized (
        select distinct location_id, is_cut_off from schedule_window where window_at = to_timestamp($1)
      ), anywhere as materialized (
        select ${TURNS} as places from place
      ), window_begun as materialized (
        select from schedule_window
        where window_at = to_timestamp($1) and location_id = $4 and shard = $6 and state <> 'queued'
      ), due as materialized (
        select id, slot_s from (
          select id,
            $1::bigint + ((id::bigint * 2654435761 % 4294967296) % interval_s - $1::bigint % interval_s + interval_s) % interval_s as slot_s
          from monitor where paused_at is null and target_hash >= $2 and target_hash < $3
        ) as watched
        where slot_s < $1::bigint + $5
      ), turn as materialized (
        select id, slot_s, case
          when exists (select from monitor_location where monitor_id = due.id)
          then (select ${TURNS} from place join monitor_location using (location_id) where monitor_id = due.id)
          else (select places from anywhere)
        end as places
        from due
      )
      select ${dueColumns("monitor")}, (slot_s * 1000)::float8 as "slotAt"
      from turn
      join monitor on monitor.id = turn.id
      join health on health.monitor_id = turn.id
      where places[1 + (slot_s / interval_s) % cardinality(places)] = $4
        and (not exists (select from window_begun) or not exists (
          select from result r
          where ${isCheck("turn.id", "to_timestamp(slot_s)", "$4::smallint")}
            and r.slot_at >= to_timestamp($1) and r.slot_at < to_timestamp($1::bigint + $5)
          offset 0 -- one look in the index for each, never a table of all
        ))
      order by slot_s, turn.id`,
    values: [windowS, from, to, locationId, WINDOW_S, shard],
  });
  return rows.map((row) => dueCheck(row));
}
