import { CODE_LIFETIME_MS } from "#core/channel/channel-code.ts";
import { pool } from "../pool.ts";
import { sealSecret } from "../secret/seal-secret.ts";
import type { ClaimedCode } from "./claim-codes.ts";

/** Makes this the one code that confirms a mailbox, from now on and not for long. False where another process has taken it over. */
export async function putCode({ recipientId, teamId, attempts }: ClaimedCode, code: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update recipient set code = $3, code_tries = 0, code_expires_at = now() + $4 * interval '1 ms'
     where id = $1 and attempts = $2 and claimed_at is not null and proved_at is null`,
    [recipientId, attempts, sealSecret({ teamId, codeOfRecipientId: recipientId }, code), CODE_LIFETIME_MS],
  );
  return rowCount === 1;
}
