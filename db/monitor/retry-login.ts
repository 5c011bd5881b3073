import { inTransaction } from "../transaction.ts";
import { addCheckRequest } from "./add-check-request.ts";
import { tellOfChange } from "./tell-of-change.ts";

/**
 * "Try the login again": forgets that the server refused it and asks for a check at once. `not-stopped` where it was not refused as the
 * monitor is now, `paused` where the monitor is, `not-found` where the team has none such.
 */
export async function retryLogin(teamId: number, monitorId: number): Promise<"requested" | "not-stopped" | "paused" | "not-found"> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ isPaused: boolean; revision: number }>(
      `select paused_at is not null as "isPaused", revision from monitor where team_id = $1 and id = $2 for no key update`,
      [teamId, monitorId],
    );
    const monitor = rows[0];
    if (!monitor) return "not-found";
    if (monitor.isPaused) return "paused";
    const { rowCount } = await client.query(
      "update health set login_refused_revision = null where monitor_id = $1 and login_refused_revision = $2",
      [monitorId, monitor.revision],
    );
    if (rowCount === 0) return "not-stopped";
    await addCheckRequest(client, monitorId);
    await tellOfChange(client, teamId, monitorId);
    return "requested";
  });
}
