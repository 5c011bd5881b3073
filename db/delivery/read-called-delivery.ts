import type { OutboxMessage } from "#core/message/message.ts";
import { pool } from "../pool.ts";

/** What somebody is called about; of a digest, all incidents that it tells of. */
export type CalledDelivery = { teamId: number; channelId: number; incidentIds: number[]; message: OutboxMessage };

/** The delivery of a call; null where it, or its channel, is gone, or it is no call. */
export async function readCalledDelivery(deliveryId: number): Promise<CalledDelivery | null> {
  const { rows } = await pool.query<CalledDelivery>(
    `select d.team_id as "teamId", d.channel_id as "channelId", d.message,
       array(select told.incident_id from delivery told
             where (told.id = d.id or told.gathered_in = d.id) and told.incident_id is not null) as "incidentIds"
     from delivery d join channel c on c.id = d.channel_id
     where d.id = $1 and c.kind = 'phone'`,
    [deliveryId],
  );
  return rows[0] ?? null;
}
