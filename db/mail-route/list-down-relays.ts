import { relayOf } from "#core/mail-route.ts";
import { crossingsWith } from "#core/road-check.ts";
import { listWatched } from "./list-watched.ts";
import { loadRelays } from "./load-mail-channels.ts";
import { env } from "#env.ts";

/** The names of our relays that a monitor, whoever's it is, finds down. */
export async function listDownRelays(): Promise<Set<string>> {
  const relays = await loadRelays();
  const find = crossingsWith(await listWatched(relays, { teamId: null, isOnlyDown: true }));
  const names = env.SMTP_URL.map((url) => relayOf(url).name);
  return new Set(names.filter((_, index) => find([relays[index]!]).length > 0));
}
