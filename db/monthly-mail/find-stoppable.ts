import { pool } from "../pool.ts";

/** What the reader of a monthly mail may know of it: which domain it is about (in A-labels), who has it sent where, and whether it still is. */
export type Stoppable = { domain: string; teamName: string; address: string; isOn: boolean };

/** A monthly mail by what its link is signed for; null where the monitor or the channel is gone. */
export async function findStoppable(monitorId: number, channelId: number): Promise<Stoppable | null> {
  const { rows } = await pool.query<Stoppable>(
    `select m.target->>'host' as domain, t.name as "teamName", c.leads_to as address, mm.channel_id is not null as "isOn"
     from monitor m join team t on t.id = m.team_id join channel c on c.team_id = t.id
       left join monthly_mail mm on mm.monitor_id = m.id and mm.channel_id = c.id
     where m.id = $1 and c.id = $2`,
    [monitorId, channelId],
  );
  return rows[0] ?? null;
}
