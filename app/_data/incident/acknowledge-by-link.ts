import { clientAddress } from "#app/_data/client-address.ts";
import { acknowledgeOnChannel } from "#db/incident/acknowledge-on-channel.ts";
import { readLink } from "#db/incident/sign-link.ts";
import { countGuess } from "#db/rate-limit/count-guess.ts";

/**
 * Whoever reads the channel a link was sent to has its incident; with a link that is none of ours, or once it is over or somebody has it,
 * nothing happens. Returns 0, or how many seconds to wait where it was tried too often from the same address.
 */
export async function acknowledgeByLink(text: unknown, headers: Headers): Promise<number> {
  const waitS = await countGuess("acknowledge:client", clientAddress(headers));
  if (waitS > 0) return waitS;
  const link = readLink(text);
  if (link) await acknowledgeOnChannel(link.incidentId, link.channelId);
  return 0;
}
