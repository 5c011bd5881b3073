import { pool } from "../pool.ts";

/** A request this process alone may serve now. */
export type ClaimedRequest = { requestId: number; monitorId: number };

/**
 * Claims up to `limit` requests that wait, oldest first, of monitors that may be checked from this location. A request that was claimed a minute ago and has brought no check since waits again.
 */
export async function claimCheckRequests(locationId: number, limit: number): Promise<ClaimedRequest[]> {
  const { rows } = await pool.query<ClaimedRequest>(
    `update check_request set claimed_at = now()
     where id in (
       select id from check_request as waiting
       where (
           claimed_at is null
           or (claimed_at < now() - interval '1 minute' and not exists (
             select from health where monitor_id = waiting.monitor_id and last_slot_at >= date_trunc('second', requested_at)
           ))
         )
         and (
           not exists (select from monitor_location where monitor_id = waiting.monitor_id)
           or exists (select from monitor_location where monitor_id = waiting.monitor_id and location_id = $1)
         )
       order by requested_at limit $2 for update skip locked
     )
     returning id as "requestId", monitor_id as "monitorId"`,
    [locationId, limit],
  );
  return rows;
}
