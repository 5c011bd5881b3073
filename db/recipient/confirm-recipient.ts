import { timingSafeEqual } from "node:crypto";
import { CODE_TRIES } from "#core/channel/channel-code.ts";
import { notify } from "../notify.ts";
import { openSecret, SealedForGood } from "../secret/open-secret.ts";
import { inTransaction } from "../transaction.ts";

/**
 * Confirms a mailbox of a team by the code that was sent there, once. `wrong` counts as a try; `no-code` where there is none that counts any
 * more: it is too old, was tried too often, or whoever reads the mailbox has revoked it.
 */
export async function confirmRecipient(
  teamId: number,
  recipientId: number,
  typed: string,
): Promise<"confirmed" | "wrong" | "no-code"> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ code: Buffer }>(
      `update recipient set code_tries = code_tries + 1
       where team_id = $1 and id = $2 and code is not null and code_tries < $3 and code_expires_at > now()
         and not exists (select from revocation where team_id = $1 and address = recipient.mailbox)
       returning code`,
      [teamId, recipientId, CODE_TRIES],
    );
    const code = rows[0] && open(teamId, recipientId, rows[0].code);
    if (code === undefined) return "no-code";
    if (!isSame(code, typed)) return "wrong";
    await client.query(
      `update recipient set proved_at = now(), code = null, code_expires_at = null, next_attempt_at = null, wanted_at = null, failure = null
       where id = $1`,
      [recipientId],
    );
    await notify("team_seen", String(teamId), client);
    return "confirmed";
  });
}

function open(teamId: number, recipientId: number, sealed: Buffer): string | undefined {
  try {
    return openSecret({ owner: { teamId, codeOfRecipientId: recipientId }, secret: sealed });
  } catch (error) {
    if (error instanceof SealedForGood) return undefined; // the key was changed and is gone: a new code is sent under the new one
    throw error;
  }
}

function isSame(code: string, typed: string): boolean {
  return code.length === typed.length && timingSafeEqual(Buffer.from(code), Buffer.from(typed));
}
