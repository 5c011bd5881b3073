import { env } from "#env.ts";
import { inTransaction } from "../transaction.ts";
import { addAskedDelivery } from "./add-asked-delivery.ts";

/**
 * Puts the code that confirms a channel into the outbox and wakes the senders; the code itself is made when it is sent. `underway` where
 * one is on its way already; `not-found` where the channel is not the team's, or needs none.
 */
export async function addCodeDelivery(teamId: number, channelId: number): Promise<"added" | "underway" | "not-found"> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select name from channel where id = $1 and team_id = $2 and verified_at is null for no key update", // one at a time
      [channelId, teamId],
    );
    if (!rows[0]) return "not-found";
    const underway = await client.query(
      "select from delivery where channel_id = $1 and kind = 'code' and status in ('pending', 'sending') limit 1",
      [channelId],
    );
    if (underway.rowCount) return "underway";

    const url = new URL(`/channels/${channelId}`, env.NEXTAUTH_URL).href;
    await addAskedDelivery(client, { teamId, channelId }, { kind: "code", channelName: rows[0].name, url });
    return "added";
  });
}
