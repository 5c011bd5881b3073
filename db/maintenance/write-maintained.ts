import type { PoolClient } from "pg";
import type { Transition } from "#core/judging/health.ts";
import { addTransitions } from "../health/add-transitions.ts";
import type { HealthRow } from "../health/health-row.ts";
import { notify } from "../notify.ts";

/** The changes that maintenance makes to a monitor whose health this transaction has locked, in order. */
export type Maintained = { row: HealthRow; changes: Transition[] };

/** An interval longer than this is too long to wait for the next slot to learn how a monitor is. */
const SOON_S = 60;
const TEAMS_A_NOTIFICATION = 700; // an id is at most 10 digits and a comma; a payload at most 7,999 bytes

/**
 * Writes what maintenance makes of monitors: transitions and health, without what waited for confirmation. An open incident is closed
 * without a message, for nothing has recovered. Who left is checked soon.
 */
export async function writeMaintained(client: PoolClient, all: readonly Maintained[]): Promise<void> {
  const turned = all.filter(({ changes }) => changes.length > 0);
  if (turned.length === 0) return;
  await addTransitions(
    client,
    turned.flatMap(({ row: { monitorId }, changes }) =>
      changes.map((transition) => ({ monitorId, transition, slotAt: null, locationId: null })),
    ),
  );
  await client.query(
    `update health set status = row.status::health_status, reason = null, since = row.since, incident_id = null,
       contrary_status = null, contrary_reason = null, contrary_count = 0, contrary_since = null, contrary_all_count = 0,
       contrary_all_since = null, retry_at = null, votes = null, flapping_since = null, turned_at = '{}'
     from unnest($1::int[], $2::text[], $3::timestamptz[]) as row (monitor_id, status, since)
     where health.monitor_id = row.monitor_id`,
    [
      turned.map(({ row }) => row.monitorId),
      turned.map(({ changes }) => changes.at(-1)!.to),
      turned.map(({ changes }) => new Date(changes.at(-1)!.at).toISOString()),
    ],
  );
  await closeIncidents(client, turned);
  await checkSoon(client, turned);
  const teamIds = [...new Set(turned.map(({ row }) => row.teamId))];
  for (let from = 0; from < teamIds.length; from += TEAMS_A_NOTIFICATION) {
    await notify("team_seen", teamIds.slice(from, from + TEAMS_A_NOTIFICATION).join(","), client);
  }
}

async function closeIncidents(client: PoolClient, turned: readonly Maintained[]): Promise<void> {
  const entered = turned.flatMap(({ row: { monitorId }, changes }) => {
    const entry = changes.find(({ to }) => to === "maintenance");
    return entry ? [{ monitorId, at: new Date(entry.at).toISOString() }] : [];
  });
  await client.query(
    `with closed as (
       update incident set resolved_at = greatest(row.at, opened_at)
       from unnest($1::int[], $2::timestamptz[]) as row (monitor_id, at)
       where incident.monitor_id = row.monitor_id and resolved_at is null
       returning incident.id, resolved_at
     )
     insert into incident_event (incident_id, at, kind, detail) select id, resolved_at, 'closed_by_maintenance', '{}' from closed`,
    [entered.map(({ monitorId }) => monitorId), entered.map(({ at }) => at)],
  );
}

async function checkSoon(client: PoolClient, turned: readonly Maintained[]): Promise<void> {
  const left = turned.filter(({ row, changes }) => row.intervalS > SOON_S && changes.at(-1)!.to === "unknown");
  if (left.length === 0) return;
  await client.query("insert into check_request (monitor_id) select unnest($1::int[])", [left.map(({ row }) => row.monitorId)]);
  await notify("check_requested", "", client);
}
