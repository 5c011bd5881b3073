import type { PoolClient } from "pg";
import type { Message, MessageKind } from "#core/message/message.ts";
import { jsonb } from "../jsonb.ts";
import { notify } from "../notify.ts";

export type NewDelivery = {
  teamId: number;
  channelId: number;
  monitorId: number;
  incidentId: number | null;
  changeId: number | null;
  kind: Exclude<MessageKind, "test" | "code" | "sign_of_life" | "monthly">;
  message: Message;
  /** When it is to be sent (epoch milliseconds); at once where nothing is said. */
  dueAt?: number;
};

/**
 * Adds messages to the outbox inside the transaction that caused them, and wakes the senders with its commit. An incident tells
 * a channel each thing once, and so does a change: what is there already stays. Returns how many were added.
 */
export async function addDeliveries(client: PoolClient, rows: readonly NewDelivery[]): Promise<number> {
  if (rows.length === 0) return 0;
  const { rowCount } = await client.query(
    `insert into delivery (team_id, channel_id, monitor_id, incident_id, change_id, kind, message, next_attempt_at)
     select team_id, channel_id, monitor_id, incident_id, change_id, kind::message_kind, message, coalesce(due_at, now())
     from unnest($1::int[], $2::int[], $3::int[], $4::int[], $5::int[], $6::text[], $7::jsonb[],
       $8::timestamptz[]) with ordinality as row (team_id, channel_id, monitor_id, incident_id, change_id, kind, message, due_at, position)
     order by position
     on conflict do nothing`,
    [
      rows.map((row) => row.teamId),
      rows.map((row) => row.channelId),
      rows.map((row) => row.monitorId),
      rows.map((row) => row.incidentId),
      rows.map((row) => row.changeId),
      rows.map((row) => row.kind),
      rows.map((row) => jsonb(row.message)),
      rows.map(({ dueAt }) => (dueAt === undefined ? null : new Date(dueAt).toISOString())),
    ],
  );
  if (rowCount) await notify("delivery_added", "", client);
  return rowCount ?? 0;
}
