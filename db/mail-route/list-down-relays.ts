import { relayOf } from "#core/message/mail-route.ts";
import { crossingsWith } from "#core/message/road-check.ts";
import { pool } from "../pool.ts";
import { listWatched } from "./list-watched.ts";
import { loadRelays } from "./load-mail-channels.ts";

/** The names of those of our relays that a monitor, whoever's it is, finds down. */
export async function listDownRelays(smtpUrls: readonly string[]): Promise<Set<string>> {
  const relays = await loadRelays(pool, smtpUrls);
  const find = crossingsWith(await listWatched(relays, { teamId: null, isOnlyDown: true }));
  const names = smtpUrls.map((url) => relayOf(url).name);
  return new Set(names.filter((_, index) => find([relays[index]!]).length > 0));
}
