import type { MonthlyMessage } from "#core/message/message.ts";
import { jsonb } from "../jsonb.ts";
import { notify } from "../notify.ts";
import { isRevoked } from "../revocation/address-sql.ts";
import { inTransaction } from "../transaction.ts";

type Due = { monitorId: number; timeZone: string };

/**
 * Puts the mail about a domain's month into the outbox of every channel that is due for it, and moves each on to `nextAt` (epoch milliseconds) in
 * the same transaction: of any number of workers that try, one sends it. Where nobody has confirmed the address, or its reader has revoked it, the
 * month goes by. Returns how many are sent.
 */
export async function addMonthlyMails(
  { monitorId, timeZone }: Due,
  nextAt: number,
  messageFor: (channelId: number) => MonthlyMessage,
): Promise<number> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ teamId: number; channelId: number; isOpen: boolean }>(
      `update monthly_mail mm set next_at = $3 from channel c
       where c.id = mm.channel_id and mm.monitor_id = $1 and mm.time_zone = $2 and mm.next_at <= now()
       returning c.team_id as "teamId", c.id as "channelId", c.verified_at is not null and not ${isRevoked("c")} as "isOpen"`,
      [monitorId, timeZone, new Date(nextAt)],
    );
    const told = rows.filter(({ isOpen }) => isOpen);
    if (told.length === 0) return 0;
    await client.query(
      `insert into delivery (team_id, channel_id, kind, message)
       select team_id, channel_id, 'monthly', message from unnest($1::int[], $2::int[], $3::jsonb[]) as row (team_id, channel_id, message)`,
      [
        told.map(({ teamId }) => teamId),
        told.map(({ channelId }) => channelId),
        told.map(({ channelId }) => jsonb(messageFor(channelId))),
      ],
    ); // of no monitor: it waits for no other
    await notify("delivery_added", "", client);
    return told.length;
  });
}
