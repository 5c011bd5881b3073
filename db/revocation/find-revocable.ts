import type { ChannelKind } from "#core/channel/channel.ts";
import { parseRevokeLink } from "#core/message/revoke-link.ts";
import { pool } from "../pool.ts";
import { addressOf } from "./address-sql.ts";
import { addressOfLink } from "./sign-revoke-link.ts";

/** What somebody with a link may know: who sends to their address, by which roads, and since when it does so no more. */
export type Revocable = {
  teamId: number;
  teamName: string;
  address: string;
  kinds: ChannelKind[];
  /** Whether test messages go there. */
  isTested: boolean;
  revokedAt: Date | null;
};

/** A recipient whose domain was proved stands in the runs alone: a link in a message counts for so long after the latest. */
const RUNS_OF = "7 days";

/**
 * What a link is for; null where it is none of ours, or nothing leads to its address any more. What was revoked stays so when its channels are
 * gone, and can still be allowed again.
 */
export async function findRevocable(text: unknown): Promise<Revocable | null> {
  const link = parseRevokeLink(text);
  if (link === null) return null;
  const { rows } = await pool.query<Revocable>(
    `with known as (
       select ${addressOf("channel")} as address, kind::text, false as is_tested from channel where team_id = $1
       union all select address, null, false from revocation where team_id = $1
       union all select mailbox, null, true from recipient where team_id = $1
       union select unnest(recipients), null, true from mailflow_run where team_id = $1 and sent_at > now() - $2::interval)
     select t.id as "teamId", t.name as "teamName", known.address, r.revoked_at as "revokedAt",
       coalesce(array_agg(distinct known.kind) filter (where known.kind is not null), '{}') as kinds, bool_or(known.is_tested) as "isTested"
     from known join team t on t.id = $1 left join revocation r on r.team_id = t.id and r.address = known.address
     where known.address is not null
     group by t.id, known.address, r.revoked_at`,
    [link.teamId, RUNS_OF],
  );
  const address = addressOfLink(
    link,
    rows.map((row) => row.address),
  );
  return rows.find((row) => row.address === address) ?? null;
}
