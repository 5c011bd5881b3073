import type { PathTest } from "#core/system/path-test.ts";
import { pool } from "../pool.ts";
import { resultsOf } from "../result/of-monitor.ts";

/** How far the path test got; null where there is none. */
export async function readPathTest(): Promise<PathTest | null> {
  const { rows } = await pool.query<PathTest>(
    `select m.interval_s as "everyS", ${ms("m.created_at")} as since, ${ms("h.last_slot_at")} as "checkedAt", ${ms("passed.slot_at")} as "passedAt",
       case when h.last_status in ('up', 'degraded') then null else h.last_reason end as reason,
       ${ms("queued.created_at")} as "queuedAt", ${ms("sent.finished_at")} as "sentAt",
       case when last_try.outcome <> 'sent' then last_try.detail end as answer
     from path_test p join monitor m on m.id = p.monitor_id join health h on h.monitor_id = m.id
       left join lateral (
         select r.slot_at from ${resultsOf("m.id", "now() - interval '1 day'", "now()")}
         where r.status in ('up', 'degraded') order by r.slot_at desc limit 1) passed on true
       left join lateral (
         select d.created_at from delivery d where d.channel_id = p.channel_id order by d.created_at desc limit 1) queued on true
       left join lateral (
         select d.finished_at from delivery d where d.channel_id = p.channel_id and d.status = 'sent' order by d.created_at desc limit 1) sent on true
       left join lateral (
         select t.outcome, t.detail from delivery d join delivery_attempt t on t.delivery_id = d.id
         where d.channel_id = p.channel_id order by d.created_at desc, t.id desc limit 1) last_try on true`,
  );
  return rows[0] ?? null;
}

function ms(column: string): string {
  return `(extract(epoch from ${column}) * 1000)::float8`;
}
