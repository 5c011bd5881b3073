import { notify } from "../notify.ts";
import { inTransaction } from "../transaction.ts";
import { addIncidentEvent } from "./add-incident-event.ts";

/** Its author takes a note away; the timeline keeps that there was one. False where it is gone or is not theirs. */
export async function deleteNote(teamId: number, noteId: number, user: { userId: number; email: string }): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ incidentId: number; at: Date }>(
      `delete from incident_note n using incident i
       where i.id = n.incident_id and i.team_id = $1 and n.id = $2 and n.user_id = $3
       returning i.id as "incidentId", now() as at`,
      [teamId, noteId, user.userId],
    );
    if (!rows[0]) return false;
    await addIncidentEvent(client, rows[0].incidentId, rows[0].at, { kind: "note_deleted", by: user.email });
    await notify("team_seen", String(teamId), client);
    return true;
  });
}
