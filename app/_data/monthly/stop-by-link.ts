import { clientAddress } from "#app/_data/client-address.ts";
import { readStopLink } from "#db/monthly-mail/sign-stop-link.ts";
import { stopMonthlyMail } from "#db/monthly-mail/stop-monthly-mail.ts";
import { countGuess } from "#db/rate-limit/count-guess.ts";

/**
 * Stops the monthly mail a link is for; twice is as once. `nowhere` with a link that is none of ours, or how many seconds to wait where too many such
 * came from the same address. A right link is never held up: the servers of a mail provider post for all its users.
 */
export async function stopByLink(text: string, headers: Headers): Promise<"done" | "nowhere" | number> {
  const link = readStopLink(text);
  if (link === null) return (await countGuess("stop:client", clientAddress(headers))) || "nowhere";
  await stopMonthlyMail(link.monitorId, link.channelId);
  return "done";
}
