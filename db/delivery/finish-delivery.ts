import type { PoolClient } from "pg";
import { tellOthers } from "../escalation/tell-others.ts";
import { addIncidentEvent } from "../incident/add-incident-event.ts";
import { notify } from "../notify.ts";
import { alertPool } from "../pool.ts";
import { inTransaction } from "../transaction.ts";
import type { ClaimedDelivery } from "./claim-delivery.ts";
import { finishGathered } from "./finish-gathered.ts";

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
  const { deliveryId, teamId, incidentId, channel } = claimed;
  return inTransaction(async (client) => {
    if (!(await moveOn(client, claimed, end))) return false;
    await client.query("insert into delivery_attempt (delivery_id, at, took_ms, outcome, detail) values ($1, $2, $3, $4, $5)", [
      deliveryId,
      claimed.claimedAt,
      Math.round(tookMs),
      end.outcome,
      end.detail,
    ]);
    const at = new Date(claimed.claimedAt.getTime() + tookMs);
    const told = { kind: "told", channel: channel.name, outcome: end.outcome, detail: end.detail } as const;
    if (incidentId !== null) await addIncidentEvent(client, incidentId, at, told);
    if (claimed.message.kind === "digest") await finishGathered(client, deliveryId, at, told);
    if (end.outcome === "give-up") await tellOthers(client, deliveryId);
    await notify("team_seen", String(teamId), client);
    if (end.outcome !== "retry") await notify("delivery_added", "", client); // what waited behind this one may go now
    return true;
  }, alertPool);
}

async function moveOn(client: PoolClient, { deliveryId, attempts }: ClaimedDelivery, end: AttemptEnd): Promise<boolean> {
  const status = { sent: "sent", "give-up": "failed", retry: "pending" }[end.outcome];
  const { rowCount } = await client.query(
    `update delivery set
       status = $3::delivery_status,
       next_attempt_at = now() + $4 * interval '1 ms',
       released_at = case when $3 <> 'pending' then released_at end,
       finished_at = case when $3 <> 'pending' then now() end,
       reference = coalesce($5, reference)
     where id = $1 and status = 'sending' and attempts = $2`,
    [
      deliveryId,
      attempts,
      status,
      end.outcome === "retry" ? end.retryAfterMs : 0,
      end.outcome === "sent" ? (end.reference ?? null) : null,
    ],
  );
  return rowCount === 1;
}
