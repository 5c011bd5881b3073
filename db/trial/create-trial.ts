import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { needsSecret } from "#core/mailflow/mailflow-target.ts";
import { maySecretStay } from "#core/monitor/may-secret-stay.ts";
import type { Target } from "#core/monitor/monitor.ts";
import { joinSecrets } from "../monitor/join-secrets.ts";
import type { BeforeEdit } from "../monitor/secret-to-store.ts";
import { notify } from "../notify.ts";
import { sealSecret } from "../secret/seal-secret.ts";
import { inTransaction } from "../transaction.ts";
import { countRefusedLogins } from "./count-refused-logins.ts";

/**
 * What is tried. `secret` is what was typed; where nothing was, `fromMonitorId` is the monitor of the team whose stored secret is to
 * be used, which only goes to the server it was typed for. `some` are those of a script that were typed, and the others are that monitor's.
 */
export type TrialWish = {
  target: Target;
  timeLimitS: number;
  secret: string | null;
  some?: Readonly<Record<string, string>>;
  fromMonitorId: number | null;
};

/** Trials a team may start in a minute: whoever is on the other side did not ask for them. */
const TRIALS_PER_MINUTE = 20;
/** So many refusals within an hour, and a login is tried no more: a server locks accounts for less. */
const REFUSALS_PER_HOUR = 3;

/**
 * Asks for a trial of a target and wakes a worker. `too-many` where the team has had its share for this minute, `login-refused` where the
 * server has refused this user too often in the last hour, `secret-needed` where it logs in and there is no secret for it.
 */
export async function createTrial(
  teamId: number,
  userId: number,
  { target, timeLimitS, secret: whole, some, fromMonitorId }: TrialWish,
): Promise<{ trialId: string } | "too-many" | "login-refused" | "secret-needed"> {
  return inTransaction(async (client) => {
    await client.query("select from team where id = $1 for no key update", [teamId]); // one at a time, so that counting holds
    const isLogin = needsSecret(target);
    const before = fromMonitorId === null ? null : await secretOf(client, teamId, fromMonitorId);
    const secret = some === undefined ? whole : before && joinSecrets(some, before, target);
    const isTyped = isLogin && secret !== null;
    if (isLogin) {
      const isThere = isTyped || (some === undefined && before !== null && maySecretStay(before.target, target));
      if (!isThere) return "secret-needed";
      if ((await countRefusedLogins(client, teamId, target)) >= REFUSALS_PER_HOUR) return "login-refused";
    }
    const trialId = randomUUID();
    const sealed = isTyped ? sealSecret({ teamId, trialId }, secret) : null;
    const { rowCount } = await client.query(
      `insert into trial (id, team_id, user_id, target, time_limit_s, secret, from_monitor_id) select $1, $2, $3, $4, $5, $6, $7
       where (select count(*) from trial where team_id = $2 and created_at > now() - interval '1 minute') < $8`,
      [trialId, teamId, userId, target, timeLimitS, sealed, isTyped ? null : fromMonitorId, TRIALS_PER_MINUTE],
    );
    if (rowCount === 0) return "too-many";
    await notify("trial_requested", trialId, client);
    return { trialId };
  });
}

/** A monitor that has a stored secret. */
async function secretOf(client: PoolClient, teamId: number, monitorId: number): Promise<BeforeEdit | null> {
  const { rows } = await client.query<{ target: Target; secret: Buffer }>(
    "select target, secret from monitor where team_id = $1 and id = $2 and secret is not null",
    [teamId, monitorId],
  );
  return rows[0] ? { target: rows[0].target, sealed: { owner: { teamId, monitorId }, secret: rows[0].secret } } : null;
}
