import { pool } from "../pool.ts";

/** An e-mail channel of a team, and when it is next told of the month of a domain; null where it is not to be. */
export type MonthlyChoice = {
  channelId: number;
  name: string;
  leadsTo: string;
  isConfirmed: boolean;
  nextAt: Date | null;
  timeZone: string | null;
};

/** The e-mail channels of a team, in the order they were made, with what of them gets a mail about each month of a monitor. */
export async function listMonthlyChoices(teamId: number, monitorId: number): Promise<MonthlyChoice[]> {
  const { rows } = await pool.query<MonthlyChoice>(
    `select c.id as "channelId", c.name, c.leads_to as "leadsTo", c.verified_at is not null as "isConfirmed", mm.next_at as "nextAt",
       mm.time_zone as "timeZone"
     from channel c left join monthly_mail mm on mm.channel_id = c.id and mm.monitor_id = $2
     where c.team_id = $1 and c.kind = 'email' order by c.id`,
    [teamId, monitorId],
  );
  return rows;
}
