import type { CheckSummary } from "#core/check/check-summary.ts";
import { env } from "#env.ts";
import { pool } from "../pool.ts";
import { CHECK_COLUMNS, checkRow, type RawCheckRow } from "./check-row.ts";
import { resultsOf } from "./of-monitor.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The latest checks of a team's monitor, newest first. */
export async function latestChecks(teamId: number, monitorId: number, limit: number): Promise<CheckSummary[]> {
  const { rows } = await pool.query<{ lastSlotAt: Date | null; intervalS: number }>(
    `select last_slot_at as "lastSlotAt", interval_s as "intervalS" from monitor join health on health.monitor_id = monitor.id
     where team_id = $1 and id = $2`,
    [teamId, monitorId],
  );
  if (!rows[0]?.lastSlotAt) return [];
  const last = rows[0].lastSlotAt.getTime();
  const likelyMs = limit * rows[0].intervalS * 1000;
  const likely = await readChecks(monitorId, last - likelyMs, last, limit);
  return likely.length === limit ? likely : readChecks(monitorId, last - env.RESULT_DAYS * DAY_MS, last, limit);
}

async function readChecks(monitorId: number, from: number, to: number, limit: number): Promise<CheckSummary[]> {
  const { rows } = await pool.query<RawCheckRow>(
    `select ${CHECK_COLUMNS} from ${resultsOf("$1::int", "$2::timestamptz", "$3::timestamptz")} left join location l on l.id = r.location_id
     order by r.slot_at desc, r.location_id limit $4`,
    [monitorId, new Date(from), new Date(to), limit],
  );
  return rows.map(checkRow);
}
