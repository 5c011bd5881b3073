import { nextMonthlyAt } from "#core/monthly/month.ts";
import { readClock } from "../read-clock.ts";
import { inTransaction } from "../transaction.ts";

/**
 * Has a mail about each month of a domain sent to these e-mail channels of its team, and to no other. Those that get it already keep their months;
 * the others get those of `timeZone` (IANA name). Channels and monitors of other teams are left out. False where the team has no such monitor.
 */
export async function chooseMonthlyMails(
  teamId: number,
  monitorId: number,
  channelIds: readonly number[],
  timeZone: string,
): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rowCount } = await client.query(
      "select from monitor where team_id = $1 and id = $2 and kind = 'domain' for key share",
      [teamId, monitorId],
    );
    if (rowCount === 0) return false;
    await client.query("delete from monthly_mail where monitor_id = $1 and channel_id <> all($2::int[])", [monitorId, channelIds]);
    await client.query(
      `insert into monthly_mail (monitor_id, channel_id, time_zone, next_at)
       select $2, c.id, $4, $5 from channel c where c.team_id = $1 and c.kind = 'email' and c.id = any($3::int[])
       on conflict do nothing`,
      [teamId, monitorId, channelIds, timeZone, new Date(nextMonthlyAt(await readClock(client), timeZone))],
    );
    return true;
  });
}
