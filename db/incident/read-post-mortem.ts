import type { PostMortem } from "#core/incident/post-mortem.ts";
import { pool } from "../pool.ts";

/** The post-mortem of a team's incident, where one is written. */
export async function readPostMortem(teamId: number, incidentId: number): Promise<PostMortem | null> {
  const { rows } = await pool.query<PostMortem>(
    `select post_mortem as text, post_mortem_at as "savedAt", email as by
     from incident left join "user" u on u.id = post_mortem_by where team_id = $1 and incident.id = $2 and post_mortem is not null`,
    [teamId, incidentId],
  );
  return rows[0] ?? null;
}
