import { notify } from "../notify.ts";
import { pool } from "../pool.ts";

/** More than anybody writes; it keeps the page of an incident one that opens. */
const MOST_NOTES = 500;

/** Adds a note to an incident, open or over. `not-found` where the team has no such incident. */
export async function addNote(
  teamId: number,
  incidentId: number,
  userId: number,
  text: string,
): Promise<"added" | "too-many" | "not-found"> {
  const { rows } = await pool.query<{ isAdded: boolean }>(
    `with incident as (select id from incident where team_id = $1 and id = $2),
       added as (
         insert into incident_note (incident_id, user_id, text)
         select id, $3, $4 from incident
         where (select count(*) from incident_note where incident_id = $2) < $5 returning id)
     select exists (select from added) as "isAdded" from incident`,
    [teamId, incidentId, userId, text, MOST_NOTES],
  );
  if (!rows[0]) return "not-found";
  if (!rows[0].isAdded) return "too-many";
  await notify("team_seen", String(teamId));
  return "added";
}
