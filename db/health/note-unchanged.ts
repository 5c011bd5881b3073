import type { PoolClient } from "pg";
import { sightingHash } from "#core/change/sighting-hash.ts";
import { hasRefusedLogin } from "#core/check/login-refusal.ts";
import type { FinishedCheck } from "../result/finished-check.ts";

/** The teams of the monitors whose health was written, and the checks that are left to be judged, in their order. */
export type Noted = { teamIds: number[]; left: FinishedCheck[] };

/**
 * Most checks say of a monitor that is up what the check before said. Judging them comes to nothing but their slot and how long they took, so
 * these are written without reading the health first. Where anything else might come of a check, it is left to be judged.
 */
export async function noteUnchanged(client: PoolClient, checks: readonly FinishedCheck[]): Promise<Noted> {
  const candidates = aloneOfTheirMonitors(checks).filter(({ result }) => isPlainlyGood(result));
  if (candidates.length === 0) return { teamIds: [], left: [...checks] };
  const { rows } = await client.query<{ teamIds: number[]; left: number[] }>({
    name: "note-unchanged",
    text: `with row as materialized (
        select * from unnest($1::int[], $2::int[], $3::timestamptz[], $4::int[], $5::int[])
          as row (monitor_id, revision, slot_at, ms, seen_hash)
      ), locked as materialized ( -- all of the batch, in the order of everybody who locks health
        select monitor_id from health where monitor_id = any($6::int[]) order by monitor_id for update
      ), noted as (
        update health set last_slot_at = row.slot_at, last_ms = row.ms
        from row join monitor on monitor.id = row.monitor_id and monitor.revision = row.revision
        where (select count(*) from locked) > 0 -- first, and once: joined it would be gone through for each row
          and health.monitor_id = row.monitor_id and health.revision = row.revision and health.status = 'up' and health.reason is null
          and last_status = 'up' and health.seen_hash = row.seen_hash
          and contrary_status is null and incident_id is null and flapping_since is null and retry_at is null
          and row.slot_at > last_slot_at and row.slot_at <= last_slot_at + make_interval(secs => 2 * interval_s)
          and row.slot_at < good_slot_at + interval '1 hour'
        returning health.monitor_id, team_id
      )
      select coalesce((select array_agg(distinct team_id) from noted), '{}') as "teamIds",
        coalesce((select array_agg(monitor_id) from row where monitor_id not in (select monitor_id from noted)), '{}') as left`,
    values: [
      candidates.map(({ monitorId }) => monitorId),
      candidates.map(({ revision }) => revision),
      candidates.map(({ slotAt }) => new Date(slotAt).toISOString()),
      candidates.map(({ result }) => Math.round(result.durationMs)),
      candidates.map(({ revision, result }) => sightingHash(revision, result)),
      checks.map(({ monitorId }) => monitorId),
    ],
  });
  const { teamIds, left } = rows[0]!;
  const notNoted = new Set(left);
  const noted = new Set(candidates.filter(({ monitorId }) => !notNoted.has(monitorId)));
  return { teamIds, left: checks.filter((check) => !noted.has(check)) };
}

/** Of two in one batch, the second has to see what came of the first. */
function aloneOfTheirMonitors(checks: readonly FinishedCheck[]): FinishedCheck[] {
  const counts = new Map<number, number>();
  for (const { monitorId } of checks) counts.set(monitorId, (counts.get(monitorId) ?? 0) + 1);
  return checks.filter(({ monitorId }) => counts.get(monitorId) === 1);
}

/** Nothing to be told of, nothing to come back for. */
function isPlainlyGood(result: FinishedCheck["result"]): boolean {
  return result.status === "up" && result.reason === null && result.retryAt === undefined && !hasRefusedLogin(result);
}
