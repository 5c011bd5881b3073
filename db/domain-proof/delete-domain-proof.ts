import { pool } from "../pool.ts";

/** Removes a domain of a team; one that is gone already is gone. */
export async function deleteDomainProof(teamId: number, domainProofId: number): Promise<void> {
  await pool.query("delete from domain_proof where team_id = $1 and id = $2", [teamId, domainProofId]);
}
