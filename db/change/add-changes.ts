import type { PoolClient } from "pg";
import type { Change } from "#core/change/change.ts";
import { jsonb } from "../jsonb.ts";
import type { FinishedCheck } from "../result/finished-check.ts";

/** A change that was written down. */
export type AddedChange = { changeId: number; change: Change };

/** Writes down what a check noticed; what is there already stays, and is not returned. */
export async function addChanges(
  client: PoolClient,
  { monitorId, slotAt, locationId, result }: FinishedCheck,
  changes: readonly Change[],
): Promise<AddedChange[]> {
  const { rows } = await client.query<{ changeId: number; aspect: Change["aspect"] }>(
    `insert into change (monitor_id, at, slot_at, location_id, aspect, before, after)
     select $1, $2, $3, $4, aspect, before, after
     from unnest($5::text[], $6::jsonb[], $7::jsonb[]) with ordinality as row (aspect, before, after, position)
     order by position
     on conflict do nothing
     returning id as "changeId", aspect`,
    [
      monitorId,
      new Date(result.startedAt),
      new Date(slotAt),
      locationId,
      changes.map(({ aspect }) => aspect),
      changes.map(({ before }) => (before === null ? null : jsonb(before))),
      changes.map(({ after }) => jsonb(after)),
    ],
  );
  return rows.flatMap(({ changeId, aspect }) => {
    const change = changes.find((each) => each.aspect === aspect);
    return change ? [{ changeId, change }] : [];
  });
}
