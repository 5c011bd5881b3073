import type { ChannelKind } from "#core/channel.ts";
import type { Message } from "#core/message.ts";
import { alertPool } from "../pool.ts";
import { CLAIMABLE } from "./claimable.ts";

/** A delivery this process alone may send now. `attempts` counts this one, and is what finishing it must match. */
export type ClaimedDelivery = {
  deliveryId: number;
  teamId: number;
  incidentId: number | null;
  attempts: number;
  createdAt: Date;
  claimedAt: Date;
  message: Message;
  channel: { kind: ChannelKind; name: string; config: unknown };
};

/** Claims a delivery, or answers null: somebody else has it, it is done, it waits for its time or for an earlier one, or it is gone. */
export async function claimDelivery(deliveryId: number): Promise<ClaimedDelivery | null> {
  const { rows } = await alertPool.query<ClaimedDelivery>(
    `update delivery d set status = 'sending', claimed_at = now(), attempts = attempts + 1
     from channel
     where d.id = $1 and channel.id = d.channel_id and ${CLAIMABLE}
     returning d.id as "deliveryId", d.team_id as "teamId", d.incident_id as "incidentId", d.attempts, d.created_at as "createdAt",
       d.claimed_at as "claimedAt", d.message,
       json_build_object('kind', channel.kind, 'name', channel.name, 'config', channel.config) as channel`,
    [deliveryId],
  );
  return rows[0] ?? null;
}
