import { acknowledgeAllOnChannel } from "./acknowledge-all-on-channel.ts";

/**
 * Whoever reads a channel has taken an open incident on, by a link, a key of the phone or a button. Where the channel says who it was the
 * timeline names them (`by`), and otherwise the channel. False where it is over or acknowledged already, or the channel is gone.
 */
export async function acknowledgeOnChannel(incidentId: number, channelId: number, by?: string): Promise<boolean> {
  return (await acknowledgeAllOnChannel([incidentId], channelId, by)) === 1;
}
