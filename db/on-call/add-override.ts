import type { Override } from "#core/on-call/on-call.ts";
import { pool } from "../pool.ts";

/** More than anybody plans ahead. */
const MOST_TO_COME = 200;

/** Somebody takes over in a team's on-call schedule. False where it or the contact is not the team's, or where it has too many to come. */
export async function addOverride(teamId: number, onCallId: number, { contactId, from, to }: Override): Promise<boolean> {
  const { rowCount } = await pool.query(
    `insert into on_call_override (on_call_id, contact_id, from_at, to_at)
     select s.id, c.id, $4, $5 from on_call_schedule s join contact c on c.team_id = s.team_id
     where s.team_id = $1 and s.id = $2 and c.id = $3
       and (select count(*) from on_call_override o where o.on_call_id = s.id and o.to_at > now()) < ${MOST_TO_COME}`,
    [teamId, onCallId, contactId, new Date(from), new Date(to)],
  );
  return rowCount === 1;
}
