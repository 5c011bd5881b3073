import { dutyPool } from "../pool.ts";

/** Forgets transcripts of more than `days` days ago, and those of good checks that nothing points to any more. Returns how many. */
export async function deleteOldTranscripts(days: number): Promise<number> {
  const { rowCount } = await dutyPool.query(
    `delete from transcript
     where (slot_at < now() - $1::int * interval '1 day' or (status = 'up' and slot_at < now() - interval '1 day'))
       and not exists (select from health where health.monitor_id = transcript.monitor_id and health.good_slot_at = transcript.slot_at)
       and (
         slot_at < now() - $1::int * interval '1 day'
         or not exists (
           select from transcript as beside
           where beside.monitor_id = transcript.monitor_id and beside.good_slot_at = transcript.slot_at
         ) and not exists (
           select from transition where transition.monitor_id = transcript.monitor_id and transition.slot_at = transcript.slot_at
         ) and not exists (
           select from change where change.monitor_id = transcript.monitor_id and change.slot_at = transcript.slot_at
         )
       )`,
    [days],
  );
  return rowCount ?? 0;
}
