import { pool } from "../pool.ts";
import type { PhoneKind } from "./take-phone-place.ts";

/** How many SMS or calls a team has had today (UTC), and how many segments or calls are paid for. */
export async function readPhoneUse(teamId: number, kind: PhoneKind): Promise<{ taken: number; units: number }> {
  const { rows } = await pool.query<{ taken: number; units: number }>(
    `select taken, units from phone_use
     where team_id = $1 and kind = $2::channel_kind and day = (now() at time zone 'UTC')::date`,
    [teamId, kind],
  );
  return rows[0] ?? { taken: 0, units: 0 };
}
