import { notify } from "../notify.ts";
import { inTransaction } from "../transaction.ts";
import { addIncidentEvent } from "./add-incident-event.ts";

/**
 * Writes the post-mortem of an incident that is over, changes it, or takes it away (`text` is null). `before` is the version it was made
 * from, null where there was none. `changed` where somebody else was quicker, `not-found` where the team has no such incident that is over.
 */
export async function savePostMortem(
  teamId: number,
  incidentId: number,
  user: { userId: number; email: string },
  text: string | null,
  before: Date | null,
): Promise<"saved" | "changed" | "not-found"> {
  return inTransaction(async (client) => {
    const { rows: found } = await client.query<{ savedAt: Date | null; now: Date }>(
      `select post_mortem_at as "savedAt", clock_timestamp()::timestamptz(3) as now from incident
       where team_id = $1 and id = $2 and resolved_at is not null for update`,
      [teamId, incidentId],
    );
    if (!found[0]) return "not-found";
    const { savedAt, now } = found[0];
    if (savedAt?.getTime() !== before?.getTime()) return "changed";
    await client.query(
      `update incident set post_mortem = $2, post_mortem_at = case when $2::text is not null then $3::timestamptz end, post_mortem_by = $4
       where id = $1`,
      [incidentId, text, now, text === null ? null : user.userId],
    );
    const kind = text === null ? "post_mortem_deleted" : before === null ? "post_mortem_written" : "post_mortem_changed";
    await addIncidentEvent(client, incidentId, now, { kind, by: user.email });
    await notify("team_seen", String(teamId), client);
    return "saved";
  });
}
