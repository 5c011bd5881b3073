import { pool } from "../pool.ts";

/** A look-up this process alone does now. */
export type WantedProof = { domainProofId: number; domain: string; token: string; claimedAt: Date };

/** Claims up to `limit` look-ups that wait, oldest first; one that was claimed a minute ago and not finished waits again. */
export async function claimDomainProofs(limit: number): Promise<WantedProof[]> {
  const { rows } = await pool.query<WantedProof>(
    `update domain_proof set claimed_at = now()
     where id in (
       select id from domain_proof
       where wanted_at is not null and (claimed_at is null or claimed_at < now() - interval '1 minute')
       order by wanted_at limit $1 for update skip locked
     )
     returning id as "domainProofId", domain, token, claimed_at as "claimedAt"`,
    [limit],
  );
  return rows;
}
