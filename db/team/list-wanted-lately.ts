import { isProved } from "#core/domain/domain-proof.ts";
import type { Wanted } from "#core/team/scan.ts";
import { dutyPool } from "../pool.ts";

/** Fewer servers within an hour are no scan. */
const FEWEST = 10;

/** What teams that are not frozen wanted looked at within the last hour, where it was much, but for what they have proved to be theirs. */
export async function listWantedLately(): Promise<{ teamId: number; wanted: Wanted[] }[]> {
  const { rows } = await dutyPool.query<{ teamId: number; wanted: Wanted[]; proved: string[] | null }>(
    `with lately as (
       select team_id, host, port from wanted_server where wanted_at > now() - interval '1 hour'
     ), much as (
       select team_id from lately join team on team.id = team_id and frozen_at is null group by 1 having count(*) >= $1
     ), met as (
       select m.team_id, m.target->>'host' as host, max(t.facts->>'address') as address
       from transcript t join monitor m on m.id = t.monitor_id
       where m.team_id in (select team_id from much) and m.kind in ('smtp', 'imap', 'pop3') and t.slot_at > now() - interval '1 hour'
       group by 1, 2
       union all
       select team_id, target->>'host', max(result->'facts'->>'address') from trial
       where team_id in (select team_id from much) and target->>'kind' in ('smtp', 'imap', 'pop3') and created_at > now() - interval '1 hour'
       group by 1, 2
     ), address as (
       select team_id, host, max(address) as address from met group by 1, 2
     )
     select much.team_id as "teamId", json_agg(json_build_object('host', host, 'port', port, 'address', address)) as wanted,
       (select array_agg(domain) from domain_proof p where p.team_id = much.team_id and proved_at is not null) as proved
     from much join lately using (team_id) left join address using (team_id, host)
     group by much.team_id`,
    [FEWEST],
  );
  return rows.map(({ teamId, wanted, proved }) => ({ teamId, wanted: wanted.filter(({ host }) => !isProved(host, proved ?? [])) }));
}
