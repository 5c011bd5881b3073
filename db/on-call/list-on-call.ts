import { onCallScheduleSchema, type OnCallSchedule } from "#core/on-call/on-call.ts";
import { pool } from "../pool.ts";

/** An on-call schedule of a team; `overrideIds` are those of its overrides, in the same order. */
export type SavedOnCall = { onCallId: number; name: string; schedule: OnCallSchedule; overrideIds: number[] };

/** The on-call schedules of a team by name, with those overrides that end after `since`. */
export async function listOnCall(teamId: number, since: Date): Promise<SavedOnCall[]> {
  const { rows } = await pool.query<Omit<SavedOnCall, "schedule"> & OnCallSchedule>(
    `select s.id as "onCallId", s.name, s.time_zone as "timeZone", s.rotations,
       coalesce(json_agg(json_build_object('contactId', o.contact_id, 'from', (extract(epoch from o.from_at) * 1000)::bigint,
         'to', (extract(epoch from o.to_at) * 1000)::bigint) order by o.id) filter (where o.id is not null), '[]') as overrides,
       coalesce(array_agg(o.id order by o.id) filter (where o.id is not null), '{}') as "overrideIds"
     from on_call_schedule s left join on_call_override o on o.on_call_id = s.id and o.to_at > $2
     where s.team_id = $1 group by s.id order by s.name, s.id`,
    [teamId, since],
  );
  return rows.map(({ onCallId, name, overrideIds, ...schedule }) => ({
    onCallId,
    name,
    schedule: onCallScheduleSchema.parse(schedule),
    overrideIds,
  }));
}
