import type { OnCallSchedule } from "#core/on-call/on-call.ts";
import { jsonb } from "../jsonb.ts";
import { inTransaction } from "../transaction.ts";

/** An on-call schedule as somebody saves it; who takes over when is added by itself. */
export type OnCallDraft = { name: string } & Omit<OnCallSchedule, "overrides">;

/**
 * Makes an on-call schedule of a team, or changes the one that is named. `foreign` where a contact is not the team's; `not-found` where the
 * team has no such schedule.
 */
export async function saveOnCall(
  teamId: number,
  onCallId: number | null,
  { name, timeZone, rotations }: OnCallDraft,
): Promise<{ onCallId: number } | "foreign" | "not-found"> {
  const contactIds = [...new Set(rotations.flatMap((rotation) => rotation.contactIds))];
  return inTransaction(async (client) => {
    const { rowCount: found } = await client.query("select from contact where team_id = $1 and id = any($2::int[])", [
      teamId,
      contactIds,
    ]);
    if (found !== contactIds.length) return "foreign";
    const { rows } =
      onCallId === null
        ? await client.query<{ onCallId: number }>(
            `insert into on_call_schedule (team_id, name, time_zone, rotations) values ($1, $2, $3, $4) returning id as "onCallId"`,
            [teamId, name, timeZone, jsonb(rotations)],
          )
        : await client.query<{ onCallId: number }>(
            `update on_call_schedule set name = $2, time_zone = $3, rotations = $4 where team_id = $1 and id = $5 returning id as "onCallId"`,
            [teamId, name, timeZone, jsonb(rotations), onCallId],
          );
    return rows[0] ?? "not-found";
  });
}
