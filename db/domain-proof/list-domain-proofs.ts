import { pool } from "../pool.ts";

/** A domain a team says it controls. `found` is what the latest look-up saw, in words, where it was not the proof. */
export type DomainProofRow = {
  domainProofId: number;
  domain: string;
  token: string;
  isWanted: boolean;
  lookedAt: Date | null;
  found: string | null;
  provedAt: Date | null;
};

/** A team's domains, by name. */
export async function listDomainProofs(teamId: number): Promise<DomainProofRow[]> {
  const { rows } = await pool.query<DomainProofRow>(
    `select id as "domainProofId", domain, token, wanted_at is not null as "isWanted", looked_at as "lookedAt", found, proved_at as "provedAt"
     from domain_proof where team_id = $1 order by domain`,
    [teamId],
  );
  return rows;
}
