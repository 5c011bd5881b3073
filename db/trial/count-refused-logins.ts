import type { PoolClient } from "pg";
import { PASSING_REFUSALS } from "#core/check/login-refusal.ts";
import { loginOf } from "#core/monitor/login.ts";
import type { Target } from "#core/monitor/monitor.ts";

/**
 * How often in the last hour a server refused a user's login in a team's trials (core/check/login-refusal.ts, said in SQL), those on their way counted too. A
 * script may log in several times: there it is any of its logins, of any script that begins at the same server.
 */
export async function countRefusedLogins(client: PoolClient, teamId: number, target: Target): Promise<number> {
  const { rows } = await client.query<{ refused: number }>(
    `select count(*)::int as refused from trial
     where team_id = $1 and created_at > now() - interval '1 hour'
       and target->>'host' = $2 and target->'login'->>'username' is not distinct from $3
       and (target->>'kind' = 'mailflow') = $5
       and (finished_at is null
         or (result->'reason'->>'code' = 'auth.reply' and (result->'reason'->'reply'->>'code')::int >= 500)
         or (result->'reason'->>'code' = 'login.reply' and result->'reason'->'reply'->>'code' <> 'BYE'
           and coalesce(result->'reason'->'reply'->>'enhanced', '') <> all ($4)))`,
    [teamId, target.host, loginOf(target)?.username ?? null, PASSING_REFUSALS, target.kind === "mailflow"],
  );
  return rows[0]!.refused;
}
