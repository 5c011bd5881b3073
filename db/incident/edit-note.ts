import { notify } from "../notify.ts";
import { pool } from "../pool.ts";

/** Its author changes a note. False where it is gone or is not theirs. */
export async function editNote(teamId: number, noteId: number, userId: number, text: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update incident_note n set text = $4, edited_at = case when n.text = $4 then n.edited_at else now() end
     from incident i where i.id = n.incident_id and i.team_id = $1 and n.id = $2 and n.user_id = $3`,
    [teamId, noteId, userId, text],
  );
  if (rowCount === 1) await notify("team_seen", String(teamId));
  return rowCount === 1;
}
