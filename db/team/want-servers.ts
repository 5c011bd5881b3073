import type { PoolClient } from "pg";
import { isProved } from "#core/domain/domain-proof.ts";
import type { Target } from "#core/monitor/monitor.ts";
import type { TeamLimits, Withheld } from "#core/team/team-limits.ts";
import { wantedBy, type WantedServer } from "#core/team/wanted-server.ts";
import { inTransaction } from "../transaction.ts";

/** What is wanted: a new monitor, another target for one that is there, or a trial. */
export type Want = { target: Target; what: "monitor" | "edit" | "trial" };

/**
 * Writes down which servers a team wants looked at, or says why it may not have them: it is frozen, or at one of its limits. What a frozen
 * team has already it may edit.
 */
export async function wantServers(teamId: number, { target, what }: Want, limits: TeamLimits): Promise<Withheld | null> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ isFrozen: boolean }>(
      `select frozen_at is not null as "isFrozen" from team where id = $1 for no key update`, // one at a time, so that counting holds
      [teamId],
    );
    const targets = await readTargets(client, teamId);
    const watched = new Set(targets.flatMap(wantedBy).map(({ host }) => host));
    const wanted = wantedBy(target);
    const isNew = wanted.some(({ host }) => !watched.has(host));
    if (rows[0]?.isFrozen && (what !== "edit" || isNew)) return "frozen";
    if (what === "monitor" && targets.length >= limits.monitors) return "monitors";
    if (isNew && (await countUnproved(client, teamId, watched, wanted)) > limits.unprovedHosts) return "hosts";
    await client.query(
      `insert into wanted_server (team_id, host, port) select distinct $1::int, * from unnest($2::text[], $3::int[])
       on conflict (team_id, host, port) do update set wanted_at = now()`,
      [teamId, wanted.map(({ host }) => host), wanted.map(({ port }) => port)],
    );
    return null;
  });
}

async function readTargets(client: PoolClient, teamId: number): Promise<Target[]> {
  const { rows } = await client.query<{ target: Target }>("select target from monitor where team_id = $1", [teamId]);
  return rows.map(({ target }) => target);
}

/** How many hosts there would be that the team has not proved; none where those that are wanted are proved. */
async function countUnproved(
  client: PoolClient,
  teamId: number,
  watched: ReadonlySet<string>,
  wanted: readonly WantedServer[],
): Promise<number> {
  const proofs = await client.query<{ domain: string }>(
    "select domain from domain_proof where team_id = $1 and proved_at is not null",
    [teamId],
  );
  const proved = proofs.rows.map(({ domain }) => domain);
  if (wanted.every(({ host }) => isProved(host, proved))) return 0;
  const tried = await client.query<{ host: string }>(
    "select distinct host from wanted_server where team_id = $1 and wanted_at > now() - interval '1 day'",
    [teamId],
  );
  const hosts = new Set([...watched, ...tried.rows.map(({ host }) => host), ...wanted.map(({ host }) => host)]);
  return [...hosts].filter((host) => !isProved(host, proved)).length;
}
