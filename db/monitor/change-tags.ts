import { MOST_TAGS } from "#core/monitor/tag.ts";
import { databaseNow } from "../database-now.ts";
import { bringInStep, lockMaintenance } from "../maintenance/bring-in-step.ts";
import { keepMaintenance } from "../maintenance/keep-maintenance.ts";
import { notify } from "../notify.ts";
import { inTransaction } from "../transaction.ts";

/**
 * Adds tags to monitors of a team and takes others away; all of them or, where one would have too many, none. Other tags can put a
 * monitor into maintenance or take it out, at `at` (epoch milliseconds; now where it is not said). Its checks stay what they are, and so does its revision.
 * Returns how many of the monitors are the team's.
 */
export async function changeTags(
  teamId: number,
  monitorIds: readonly number[],
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
  at?: number,
): Promise<number | "too-many"> {
  const now = at ?? (await databaseNow());
  await keepMaintenance(now);
  try {
    return await inTransaction(async (client) => {
      await lockMaintenance(client, teamId);
      const { rows } = await client.query<{ monitorId: number; tags: string[] }>(
        `with wanted as (
           select id, array(
             select tag from (
               select tag, position from unnest(tags) with ordinality as had (tag, position) where tag <> all($4::text[])
               union all
               select tag, 1000 + position from unnest($3::text[]) with ordinality as new (tag, position) where tag <> all(tags)
             ) as either order by position
           ) as tags
           from monitor where team_id = $1 and id = any($2::int[]) order by id for no key update
         )
         update monitor set tags = wanted.tags from wanted where monitor.id = wanted.id
         returning monitor.id as "monitorId", monitor.tags`,
        [teamId, monitorIds, add, remove],
      );
      if (rows.some(({ tags }) => tags.length > MOST_TAGS)) throw new TooManyTags();
      await bringInStep(
        client,
        rows.map(({ monitorId }) => monitorId),
        now,
      );
      await notify("team_seen", String(teamId), client);
      return rows.length;
    });
  } catch (error) {
    if (error instanceof TooManyTags) return "too-many";
    throw error;
  }
}

/** Thrown inside the transaction to undo it. */
class TooManyTags extends Error {}
