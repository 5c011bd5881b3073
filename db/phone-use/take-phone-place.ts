import { alertPool } from "../pool.ts";

export type PhoneKind = "sms" | "phone";

/** A place among the SMS or calls that a team may have on a day. */
export type PhonePlace = { teamId: number; kind: PhoneKind; day: string };

/**
 * Takes one of the `most` SMS or calls that a team may have today (UTC); null where all are taken. It is taken before anything is sent, so that
 * many who send at once cannot go over.
 */
export async function takePhonePlace(teamId: number, kind: PhoneKind, most: number): Promise<PhonePlace | null> {
  const { rows } = await alertPool.query<{ day: string }>(
    `insert into phone_use as used (team_id, day, kind, taken)
     select $1, (now() at time zone 'UTC')::date, $2::channel_kind, 1 where $3 > 0
     on conflict (team_id, day, kind) do update set taken = used.taken + 1 where used.taken < $3
     returning day::text`,
    [teamId, kind, most],
  );
  return rows[0] ? { teamId, kind, day: rows[0].day } : null;
}
