import { maySecretStay } from "#core/monitor/may-secret-stay.ts";
import type { Target } from "#core/monitor/monitor.ts";
import { pool } from "../pool.ts";
import type { SealedSecret } from "../secret/sealed-secret.ts";

/** A trial this process alone runs, and the secret of its login, sealed; null where there is none (any more) that may be sent there. */
export type ClaimedTrial = { trialId: string; teamId: number; target: Target; timeLimitS: number; sealed: SealedSecret | null };

type Row = {
  trialId: string;
  teamId: number;
  target: Target;
  timeLimitS: number;
  secret: Buffer | null;
  monitorId: number | null;
  monitorTarget: Target | null;
  monitorSecret: Buffer | null;
};

/** Claims up to `limit` trials that wait, oldest first. */
export async function claimTrials(limit: number): Promise<ClaimedTrial[]> {
  const { rows } = await pool.query<Row>(
    `with claimed as (
       update trial set claimed_at = now()
       where id in (
         select id from trial where claimed_at is null
         order by created_at limit $1 for update skip locked
       )
       returning id, team_id, target, time_limit_s, secret, from_monitor_id
     )
     select claimed.id as "trialId", claimed.team_id as "teamId", claimed.target, claimed.time_limit_s as "timeLimitS", claimed.secret,
       monitor.id as "monitorId", monitor.target as "monitorTarget", monitor.secret as "monitorSecret"
     from claimed left join monitor on monitor.id = claimed.from_monitor_id and monitor.team_id = claimed.team_id`,
    [limit],
  );
  return rows.map((row) => {
    const { trialId, teamId, target, timeLimitS } = row;
    return { trialId, teamId, target, timeLimitS, sealed: sealedOf(row) };
  });
}

/** The monitor may have become another one since the trial was asked for. */
function sealedOf({ trialId, teamId, target, secret, monitorId, monitorTarget, monitorSecret }: Row): SealedSecret | null {
  if (secret !== null) return { owner: { teamId, trialId }, secret };
  if (monitorId === null || monitorTarget === null || monitorSecret === null) return null;
  return maySecretStay(monitorTarget, target) ? { owner: { teamId, monitorId }, secret: monitorSecret } : null;
}
