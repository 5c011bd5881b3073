import type { PoolClient } from "pg";
import { REPORTED_WITHIN_MS } from "#core/message/delivery-report.ts";
import { isGathered } from "#core/message/digest.ts";
import { tellOthers } from "../escalation/tell-others.ts";
import { jsonb } from "../jsonb.ts";
import { notify } from "../notify.ts";
import { alertPool } from "../pool.ts";
import { inTransaction } from "../transaction.ts";
import { applyReport } from "./apply-report.ts";
import type { ClaimedDelivery } from "./claim-delivery.ts";
import { finishGathered } from "./finish-gathered.ts";
import { tellOfFailedChannel } from "./tell-of-failed-channel.ts";

/**
 * What became of an attempt. `detail` is the provider's receipt, or why it was not sent; `reference` is what the provider calls the message;
 * a retry says after how long (ms).
 */
export type AttemptEnd = { detail: string | null } & (
  | { outcome: "sent"; reference?: string }
  | { outcome: "give-up" }
  | { outcome: "retry"; retryAfterMs: number }
);

/**
 * Records the end of an attempt: the delivery, the attempt, the line in the incident's timeline, and word to open pages and to
 * whoever sends what waited for this one; all or nothing. What a digest tells ends with it. False when another process has taken the delivery over meanwhile.
 */
export async function finishDelivery(claimed: ClaimedDelivery, tookMs: number, end: AttemptEnd): Promise<boolean> {
  const { deliveryId, teamId, channel, message } = claimed;
  const at = new Date(claimed.claimedAt.getTime() + tookMs);
  const told = { kind: "told", channel: channel.name, outcome: end.outcome, detail: end.detail } as const;
  return inTransaction(async (client) => {
    const ended = await write(client, claimed, { at, tookMs, end, told });
    if (ended === null) return false;
    if (message.kind === "digest") await finishGathered(client, deliveryId, at, told);
    if (end.outcome === "give-up") {
      await tellOthers(client, deliveryId);
      if (isGathered(message.kind) && !channel.isRevoked) await tellOfFailedChannel(client, claimed, end.detail, at);
    }
    if (end.outcome === "sent" && ended.hasReport) await applyReport(client, deliveryId);
    await notify("team_seen", String(teamId), client);
    if (ended.holdsUpOthers || message.kind === "digest") await notify("delivery_added", "", client); // they may go now
    return true;
  }, alertPool);
}

/** Whether something waited for it, and whether what came of it was said before it was finished. */
type Ended = { holdsUpOthers: boolean; hasReport: boolean };

type Attempt = { at: Date; tookMs: number; end: AttemptEnd; told: object & { kind: "told" } };

/** Writes down what became of it, in one round trip; null where it is not this sender's any more. */
async function write(
  client: PoolClient,
  { deliveryId, attempts, claimedAt, channel }: ClaimedDelivery,
  { at, tookMs, end, told: { kind, ...told } }: Attempt,
): Promise<Ended | null> {
  const status = { sent: "sent", "give-up": "failed", retry: "pending" }[end.outcome];
  const { rows } = await client.query<Ended>({
    name: "finish-delivery",
    text: `with ended as (
         update delivery set
           status = $3::delivery_status,
           next_attempt_at = now() + $4 * interval '1 ms',
           released_at = case when $3 <> 'pending' then released_at end,
           finished_at = case when $3 <> 'pending' then now() end,
           reference = coalesce($5, reference),
           report_due_at = case when $3 = 'sent' and report is null then now() + $13 * interval '1 ms' end
         where id = $1 and status = 'sending' and attempts = $2
         returning id, channel_id, monitor_id, incident_id, report),
       attempt as (
         insert into delivery_attempt (delivery_id, at, took_ms, outcome, detail) select id, $6, $7, $8, $9 from ended),
       event as (
         insert into incident_event (incident_id, at, kind, detail)
         select incident_id, $10, $11, $12 from ended where incident_id is not null)
       select $3 <> 'pending' and exists (
         select from delivery later
         where later.channel_id = ended.channel_id and later.monitor_id = ended.monitor_id and later.id > ended.id
           and later.status = 'pending') as "holdsUpOthers", report is not null as "hasReport"
       from ended`,
    values: [
      deliveryId,
      attempts,
      status,
      end.outcome === "retry" ? end.retryAfterMs : 0,
      end.outcome === "sent" ? (end.reference ?? null) : null,
      claimedAt,
      Math.round(tookMs),
      end.outcome,
      end.detail,
      at,
      kind,
      jsonb(told),
      channel.kind === "sms" || channel.kind === "phone" ? REPORTED_WITHIN_MS[channel.kind] : null,
    ],
  });
  return rows[0] ?? null;
}
