import { NO_REPORT } from "#core/message/delivery-report.ts";
import { NOW } from "../now.ts";
import { pool } from "../pool.ts";
import { recordReport } from "./record-report.ts";

const MOST_AT_ONCE = 500;

/** Writes down of texts and calls that nobody has said in time what came of them. Returns how many there were. */
export async function missReports(): Promise<number> {
  const { rows } = await pool.query<{ deliveryId: number; attempts: number }>(
    `select id as "deliveryId", attempts from delivery where report_due_at <= ${NOW} order by report_due_at limit $1`,
    [MOST_AT_ONCE],
  );
  for (const { deliveryId, attempts } of rows) await recordReport(deliveryId, attempts, NO_REPORT);
  return rows.length;
}
