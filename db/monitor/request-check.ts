import type { Kind } from "#core/monitor/monitor.ts";
import { notify } from "../notify.ts";
import { inTransaction } from "../transaction.ts";

/** A person may ask for a check of one monitor this often: the server on the other side is somebody's. */
const ONCE_IN_S = 5;
/** One that sends a message: people have to look at those. */
const MAILFLOW_ONCE_IN_S = 60;

/**
 * "Check now": asks for a check at once. `too-soon` where one was asked for within the last seconds or still waits, `paused` where the
 * monitor is, `not-found` where the team has none such.
 */
export async function requestCheck(
  teamId: number,
  monitorId: number,
  userId: number,
): Promise<"requested" | "too-soon" | "paused" | "not-found"> {
  return inTransaction(async (client) => {
    const { rows: found } = await client.query<{ isPaused: boolean; kind: Kind }>(
      `select paused_at is not null as "isPaused", kind from monitor where team_id = $1 and id = $2 for no key update`,
      [teamId, monitorId],
    );
    if (!found[0]) return "not-found";
    if (found[0].isPaused) return "paused";
    const { rows } = await client.query<{ id: number }>(
      `insert into check_request (monitor_id, user_id) select $1, $2
       where not exists (select from check_request where monitor_id = $1
         and (requested_at > now() - make_interval(secs => $3) or (claimed_at is null and requested_at > now() - interval '1 minute')))
       returning id`,
      [monitorId, userId, found[0].kind === "mailflow" ? MAILFLOW_ONCE_IN_S : ONCE_IN_S],
    );
    if (!rows[0]) return "too-soon";
    await notify("check_requested", String(rows[0].id), client);
    await notify("team_seen", String(teamId), client);
    return "requested";
  });
}
