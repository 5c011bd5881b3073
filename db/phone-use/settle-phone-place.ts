import { alertPool } from "../pool.ts";
import type { PhonePlace } from "./take-phone-place.ts";

/** Counts what a place was used for, in segments or calls; one that nothing went out on is free again. */
export async function settlePhonePlace({ teamId, kind, day }: PhonePlace, units: number): Promise<void> {
  await alertPool.query(
    `update phone_use set units = units + $4, taken = taken - case when $4 = 0 then 1 else 0 end
     where team_id = $1 and kind = $2::channel_kind and day = $3`,
    [teamId, kind, day, units],
  );
}
