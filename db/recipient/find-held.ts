import { isProved } from "#core/domain/domain-proof.ts";
import type { Held } from "#core/message/held-message.ts";
import { listProvedDomains } from "../domain-proof/list-proved-domains.ts";
import { pool } from "../pool.ts";

type Known = { isProved: string[]; isRevoked: string[] };

/**
 * The first of these mailboxes (in lower case) that a team may send no test message to: whoever reads it wants none, or, where that `needsProof`, nobody has
 * confirmed it, nor proved that its domain is the team's. Null where it may send to all.
 */
export async function findHeld(teamId: number, mailboxes: readonly string[], needsProof: boolean): Promise<Held | null> {
  const { rows } = await pool.query<Known>(
    `select array(select mailbox from recipient where team_id = $1 and mailbox = any($2) and proved_at is not null) as "isProved",
       array(select address from revocation where team_id = $1 and address = any($2)) as "isRevoked"`,
    [teamId, mailboxes],
  );
  const known = rows[0]!;
  const revoked = mailboxes.find((mailbox) => known.isRevoked.includes(mailbox));
  if (revoked !== undefined) return { because: "revoked", mailbox: revoked };
  const others = needsProof ? mailboxes.filter((mailbox) => !known.isProved.includes(mailbox)) : [];
  if (others.length === 0) return null;
  const domains = await listProvedDomains(teamId);
  const unproved = others.find((mailbox) => !isProved(mailbox.slice(mailbox.lastIndexOf("@") + 1), domains));
  return unproved === undefined ? null : { because: "unproved", mailbox: unproved };
}
