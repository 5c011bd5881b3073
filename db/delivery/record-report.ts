import type { PoolClient } from "pg";
import type { DeliveryReport } from "#core/message/delivery-report.ts";
import { jsonb } from "../jsonb.ts";
import { inTransaction } from "../transaction.ts";
import { applyReport } from "./apply-report.ts";

/**
 * Writes down what came of a text or a call, with all that follows from it (apply-report.ts). The first report of the latest attempt counts, and one that
 * comes after it was missed counts still; `attempt` is null where it does not matter which it was. One that comes before its attempt is
 * finished is kept for that. False where it changes nothing.
 */
export async function recordReport(deliveryId: number, attempt: number | null, report: DeliveryReport): Promise<boolean> {
  return inTransaction(async (client) => {
    const isFinished = await keep(client, deliveryId, attempt, report);
    if (isFinished === true) await applyReport(client, deliveryId);
    return isFinished !== null;
  });
}

/** Whether its attempt is finished; null where the report is none that counts. */
async function keep(
  client: PoolClient,
  deliveryId: number,
  attempt: number | null,
  report: DeliveryReport,
): Promise<boolean | null> {
  const { rows } = await client.query<{ isFinished: boolean }>(
    `update delivery d set report = $3, report_due_at = null
     from channel c
     where d.id = $1 and c.id = d.channel_id and c.kind in ('sms', 'phone') and d.attempts = coalesce($2, d.attempts)
       and (d.report is null or (d.report->>'state' = 'missing' and $3::jsonb->>'state' <> 'missing'))
       and (d.status in ('sending', 'sent') or (d.status = 'failed' and d.report is not null))
     returning d.status <> 'sending' as "isFinished"`,
    [deliveryId, attempt, jsonb(report)],
  );
  return rows[0]?.isFinished ?? null;
}
