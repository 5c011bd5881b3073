import { env } from "#env.ts";
import { inTransaction } from "../transaction.ts";
import { addAskedDelivery } from "./add-asked-delivery.ts";

/** Tests a team may send in ten minutes: a channel's address may belong to somebody who never asked for it. */
const TESTS_PER_TEN_MINUTES = 10;

/**
 * Puts a test message for a channel into the outbox and wakes the senders. `not-found` where the channel is not the team's or the
 * user may not change the team's channels; `unverified` where nobody has confirmed its address yet; `too-many` where the team has sent its share.
 */
export async function addTestDelivery(
  teamId: number,
  channelId: number,
  userId: number,
): Promise<"added" | "not-found" | "unverified" | "too-many"> {
  return inTransaction(async (client) => {
    await client.query("select from team where id = $1 for no key update", [teamId]); // one at a time, so that counting holds
    const { rows } = await client.query<{ name: string; isVerified: boolean }>(
      `select name, verified_at is not null as "isVerified" from channel
       where id = $1 and team_id = $2
         and exists (select from membership where team_id = $2 and user_id = $3 and role <> 'viewer')`,
      [channelId, teamId, userId],
    );
    if (!rows[0]) return "not-found";
    if (!rows[0].isVerified) return "unverified";

    const sent = await client.query(
      "select from delivery where team_id = $1 and kind = 'test' and created_at > now() - interval '10 minutes' limit $2",
      [teamId, TESTS_PER_TEN_MINUTES],
    );
    if (sent.rowCount === TESTS_PER_TEN_MINUTES) return "too-many";

    const url = new URL(`/channels/${channelId}`, env.NEXTAUTH_URL).href;
    await addAskedDelivery(client, { teamId, channelId }, { kind: "test", channelName: rows[0].name, url });
    return "added";
  });
}
