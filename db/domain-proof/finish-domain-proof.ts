import { pool } from "../pool.ts";
import type { WantedProof } from "./claim-domain-proofs.ts";

/**
 * Writes down what a look-up saw: the proof (`found` null), or what there was instead. A domain that was proved once stays proved: its
 * record may go again. A look-up that was asked for anew meanwhile is left to whoever claims it next. The team's open pages are told.
 */
export async function finishDomainProof(
  { domainProofId, claimedAt }: Pick<WantedProof, "domainProofId" | "claimedAt">,
  found: string | null,
): Promise<void> {
  await pool.query(
    `with finished as (
       update domain_proof
       set wanted_at = null, claimed_at = null, looked_at = now(), found = $2,
         proved_at = coalesce(proved_at, case when $2::text is null then now() end)
       where id = $1 and claimed_at = $3 returning team_id
     )
     select pg_notify('team_seen', team_id::text) from finished`,
    [domainProofId, found, claimedAt],
  );
}
