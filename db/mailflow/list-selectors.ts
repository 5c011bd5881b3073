import { pool } from "../pool.ts";

/** So many kept messages are looked through, the latest first. */
const MOST_MESSAGES = 50;
const MOST_SELECTORS = 20;

/** The DKIM selectors that messages of a team's mail tests were signed with for a domain (core/arrival/signatures.ts), as far as their checks are kept. */
export async function listSelectors(teamId: number, domain: string): Promise<string[]> {
  const { rows } = await pool.query<{ selector: string }>(
    `select distinct signature->>'selector' as selector
     from (
       select transcript.facts->'flow'->'message'->'signatures' as signatures
       from transcript join monitor on monitor.id = transcript.monitor_id
       where monitor.team_id = $1 and monitor.kind = 'mailflow'
       order by transcript.slot_at desc limit $3
     ) kept
     cross join lateral jsonb_array_elements(case jsonb_typeof(signatures) when 'array' then signatures else '[]' end) signature
     where signature->>'domain' = $2
     order by 1 limit $4`,
    [teamId, domain, MOST_MESSAGES, MOST_SELECTORS],
  );
  return rows.map(({ selector }) => selector);
}
