import type { StateCount } from "#core/system/system.ts";
import { pool } from "../pool.ts";

/** How many windows that opened in the last ten minutes, and how many deliveries, of those that are over in the last day, are in each state. */
export async function countStates(): Promise<StateCount[]> {
  const { rows } = await pool.query<StateCount>(
    `select 'windows' as of, each.state::text, count(window_at)::int as count
     from unnest(enum_range(null::window_state)) as each (state)
     left join schedule_window on schedule_window.state = each.state and window_at > now() - interval '10 minutes'
     group by each.state
     union all
     select 'deliveries', each.status::text, count(id)::int
     from unnest(enum_range(null::delivery_status)) as each (status)
     left join delivery on delivery.status = each.status
       and (each.status in ('pending', 'sending', 'gathered') or next_attempt_at > now() - interval '1 day')
     group by each.status`,
  );
  return rows;
}
