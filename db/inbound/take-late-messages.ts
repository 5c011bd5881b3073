import type { Arrived } from "#core/mailflow/mailflow-run.ts";
import { pool } from "../pool.ts";

/** Of these runs those whose message came to an address, and when its first copy did. They are forgotten as any that was taken (takeInboundMessage). */
export async function takeLateMessages(address: string, runTokens: readonly string[]): Promise<Arrived[]> {
  const { rows } = await pool.query<Arrived>(
    `with taken as (
       update inbound_message set taken_at = coalesce(taken_at, now()) where address = $1 and run_token = any($2)
       returning run_token, received_at
     )
     select run_token as token, (extract(epoch from min(received_at)) * 1000)::float8 as "arrivedAt" from taken
     group by run_token order by min(received_at)`,
    [address, runTokens],
  );
  return rows;
}
