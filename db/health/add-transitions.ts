import type { PoolClient } from "pg";
import type { Transition } from "#core/judging/health.ts";

/** A change of a monitor's health, and the check that confirmed it; null where none did, as when nobody was watching. */
export type NewTransition = { monitorId: number; transition: Transition; slotAt: number | null; locationId: number | null };

/** Writes changes of health in the order given. */
export async function addTransitions(client: PoolClient, changes: readonly NewTransition[]): Promise<void> {
  if (changes.length === 0) return;
  await client.query(
    `insert into transition (monitor_id, at, confirmed_at, "from", "to", reason, slot_at, location_id)
     select monitor_id, at, confirmed_at, "from"::health_status, "to"::health_status, reason, slot_at, location_id
     from unnest($1::int[], $2::timestamptz[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::smallint[])
       with ordinality as row (monitor_id, at, confirmed_at, "from", "to", reason, slot_at, location_id, position)
     order by position`,
    [
      changes.map(({ monitorId }) => monitorId),
      changes.map(({ transition }) => new Date(transition.at).toISOString()),
      changes.map(({ transition }) => new Date(transition.confirmedAt).toISOString()),
      changes.map(({ transition }) => transition.from),
      changes.map(({ transition }) => transition.to),
      changes.map(({ transition }) => transition.reason),
      changes.map(({ slotAt }) => (slotAt === null ? null : new Date(slotAt).toISOString())),
      changes.map(({ locationId }) => locationId),
    ],
  );
}
