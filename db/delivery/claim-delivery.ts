import type { ChannelKind } from "#core/channel/channel.ts";
import type { OutboxMessage } from "#core/message/message.ts";
import { alertPool } from "../pool.ts";
import { addressOf, isRevoked } from "../revocation/address-sql.ts";
import type { SealedSecret } from "../secret/sealed-secret.ts";
import { CLAIMABLE } from "./claimable.ts";

/** A delivery this process alone may send now. `attempts` counts this one, and is what finishing it must match. */
export type ClaimedDelivery = {
  deliveryId: number;
  teamId: number;
  incidentId: number | null;
  attempts: number;
  createdAt: Date;
  claimedAt: Date;
  message: OutboxMessage;
  /** Of the first message about the same incident that went out on the same channel. */
  reference: string | null;
  /** `address` is whose reader may revoke it, and whether they have; null for kinds without one. */
  channel: {
    channelId: number;
    kind: ChannelKind;
    name: string;
    config: object;
    isVerified: boolean;
    address: string | null;
    isRevoked: boolean;
  };
  /** The channel's secret settings, as they are stored. */
  sealed: SealedSecret | null;
};

type Row = Omit<ClaimedDelivery, "sealed"> & { secret: Buffer | null };

/** Claims a delivery, or answers null: somebody else has it, it is done, it waits for its time or for an earlier one, or it is gone. */
export async function claimDelivery(deliveryId: number): Promise<ClaimedDelivery | null> {
  const { rows } = await alertPool.query<Row>({
    name: "claim-delivery", // planned once: that takes longer than to do it
    text: `update delivery d set status = 'sending', claimed_at = now(), attempts = attempts + 1, report = null, report_due_at = null
       from channel
       where d.id = $1 and channel.id = d.channel_id and ${CLAIMABLE}
       returning d.id as "deliveryId", d.team_id as "teamId", d.incident_id as "incidentId", d.attempts, d.created_at as "createdAt",
         d.claimed_at as "claimedAt", d.message, channel.secret,
         json_build_object('channelId', channel.id, 'kind', channel.kind, 'name', channel.name, 'config', channel.config,
           'isVerified', channel.verified_at is not null, 'address', ${addressOf("channel")},
           'isRevoked', ${isRevoked("channel")}) as channel,
         (select first.reference from delivery first
          where first.incident_id = d.incident_id and first.channel_id = d.channel_id and first.reference is not null
          order by first.id limit 1) as reference`,
    values: [deliveryId],
  });
  const [row] = rows;
  if (!row) return null;
  const { secret, ...claimed } = row;
  const owner = { teamId: claimed.teamId, channelId: claimed.channel.channelId };
  return { ...claimed, sealed: secret && { owner, secret } };
}
