import { randomBytes } from "node:crypto";
import { notify } from "../notify.ts";
import { inTransaction } from "../transaction.ts";

const TOKEN_BYTES = 16;

/** A team may have this many domains, so that looking them up stays a small thing. */
const MOST_DOMAINS = 200;

/** Adds a domain to those a team says it controls and asks for its look-up; one that is there already is looked up again. */
export async function addDomainProof(teamId: number, domain: string): Promise<"added" | "too-many"> {
  return inTransaction(async (client) => {
    await client.query("select from team where id = $1 for no key update", [teamId]); // one at a time, so that counting holds
    const { rowCount } = await client.query(
      `insert into domain_proof (team_id, domain, token, wanted_at)
       select $1, $2, $3, now()
       where (select count(*) from domain_proof where team_id = $1) < $4
         or exists (select from domain_proof where team_id = $1 and domain = $2)
       on conflict (team_id, domain) do update set wanted_at = now(), claimed_at = null`,
      [teamId, domain, randomBytes(TOKEN_BYTES).toString("hex"), MOST_DOMAINS],
    );
    if (rowCount === 0) return "too-many";
    await notify("domain_proof_wanted", "", client);
    return "added";
  });
}
