import type { CheckId } from "#core/check/check-id.ts";
import type { Dialogue } from "#core/check/dialogue.ts";
import { pool } from "../pool.ts";
import { TRANSCRIPT_COLUMNS } from "./transcript-columns.ts";

/** The dialogue of one check of a team's monitor; null where none is kept. */
export async function readTranscript(teamId: number, monitorId: number, { slotAt, locationId }: CheckId): Promise<Dialogue | null> {
  const { rows } = await pool.query<Dialogue>(
    `select ${TRANSCRIPT_COLUMNS} from transcript k join monitor m on m.id = k.monitor_id left join location l on l.id = k.location_id
     where m.team_id = $1 and m.id = $2 and k.slot_at = $3 and k.location_id = $4`,
    [teamId, monitorId, new Date(slotAt), locationId],
  );
  return rows[0] ?? null;
}
