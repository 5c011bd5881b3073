import { pool } from "../pool.ts";
import type { ClaimedDelivery } from "./claim-delivery.ts";

/**
 * What became of an attempt. `detail` is the provider's receipt, or why it was not sent; a retry says after how long (ms).
 */
export type AttemptEnd = { detail: string | null } & (
  | { outcome: "sent" }
  | { outcome: "give-up" }
  | { outcome: "retry"; retryAfterMs: number }
);

const STATUS_AFTER = { sent: "sent", "give-up": "failed", retry: "pending" } as const satisfies Record<
  AttemptEnd["outcome"],
  string
>;

/**
 * Records the end of an attempt: the delivery, the attempt, the line in the incident's timeline, and word to open pages and to
 * whoever sends what waited for this one, all or nothing. False when another process has taken the delivery over meanwhile.
 */
export async function finishDelivery(claimed: ClaimedDelivery, tookMs: number, end: AttemptEnd): Promise<boolean> {
  const told = { channel: claimed.channel.name, outcome: end.outcome, detail: end.detail };
  const { rowCount } = await pool.query(
    `with ended as (
       update delivery set
         status = $3::delivery_status,
         next_attempt_at = now() + $4 * interval '1 ms',
         finished_at = case when $3 <> 'pending' then now() end
       where id = $1 and status = 'sending' and attempts = $2
       returning *
     ), attempt as (
       insert into delivery_attempt (delivery_id, at, took_ms, outcome, detail)
       select id, claimed_at, $5, $6, $7 from ended
     ), event as (
       insert into incident_event (incident_id, at, kind, detail)
       select incident_id, now(), 'told', $8::jsonb from ended where incident_id is not null
     )
     select pg_notify('team_seen', team_id::text),
       case when status <> 'pending' and exists (
         select from delivery later
         where later.channel_id = ended.channel_id and later.monitor_id = ended.monitor_id and later.id > ended.id
           and later.status = 'pending'
       ) then pg_notify('delivery_added', '') end
     from ended`,
    [
      claimed.deliveryId,
      claimed.attempts,
      STATUS_AFTER[end.outcome],
      end.outcome === "retry" ? end.retryAfterMs : 0,
      Math.round(tookMs),
      end.outcome,
      end.detail,
      JSON.stringify(told),
    ],
  );
  return rowCount === 1;
}
