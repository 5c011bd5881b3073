import type { MailServer } from "#core/message/mail-route.ts";
import type { DnsFailure } from "#core/reason/reason.ts";
import { jsonb } from "../jsonb.ts";
import { pool } from "../pool.ts";
import type { DueMailRoute } from "./claim-mail-routes.ts";

/**
 * Writes down what a look-up found, and when the next is due (ms from now). One that failed leaves what was found before as it is. False where
 * another process has taken it over meanwhile.
 */
export async function finishMailRoute(
  { name, isRelay, claimedAt }: DueMailRoute,
  found: { servers: MailServer[] } | { failure: DnsFailure },
  nextInMs: number,
): Promise<boolean> {
  const failure = "failure" in found ? found.failure : null;
  const { rowCount } = await pool.query(
    `update mail_route set
       servers = coalesce($4, servers),
       looked_at = case when $5::text is null then now() else looked_at end,
       failed_at = case when $5::text is null then null else coalesce(failed_at, now()) end,
       failure = $5,
       next_at = now() + $6 * interval '1 ms', claimed_at = null
     where name = $1 and is_relay = $2 and claimed_at = $3`,
    [name, isRelay, claimedAt, "servers" in found ? jsonb(found.servers) : null, failure, nextInMs],
  );
  return rowCount === 1;
}
