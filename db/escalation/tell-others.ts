import type { PoolClient } from "pg";
import { notify } from "../notify.ts";

/**
 * A delivery was given up: inside the transaction that says so, has somebody look at whom to tell instead. Of a digest that is so for all it
 * tells.
 */
export async function tellOthers(client: PoolClient, deliveryId: number): Promise<void> {
  const { rowCount } = await client.query(
    `with incident as (
       select id from incident where id in (select incident_id from delivery where id = $1 or gathered_in = $1) order by id for no key update)
     update escalation set look_at = now() from incident where incident_id = incident.id`,
    [deliveryId],
  );
  if (rowCount) await notify("escalation_due", "", client);
}
