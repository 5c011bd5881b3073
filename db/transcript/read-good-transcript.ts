import type { Dialogue } from "#core/check/dialogue.ts";
import { pool } from "../pool.ts";
import { TRANSCRIPT_COLUMNS } from "./transcript-columns.ts";

/**
 * The last good dialogue of a team's monitor before an instant: the one of `goodSlotAt` where it is still kept, else the latest there is.
 * Null where no check has gone well yet.
 */
export async function readGoodTranscript(
  teamId: number,
  monitorId: number,
  before: Date,
  goodSlotAt: Date | null,
): Promise<Dialogue | null> {
  const { rows } = await pool.query<Dialogue>(
    `select ${TRANSCRIPT_COLUMNS} from transcript k join monitor m on m.id = k.monitor_id left join location l on l.id = k.location_id
     where m.team_id = $1 and m.id = $2 and k.status = 'up' and k.slot_at < $3
     order by (k.slot_at = $4) is true desc, k.slot_at desc, k.location_id limit 1`,
    [teamId, monitorId, before, goodSlotAt],
  );
  return rows[0] ?? null;
}
