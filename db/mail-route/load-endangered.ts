import type { PoolClient } from "pg";
import { checkRoad, crossingsWith, isEndangered } from "#core/message/road-check.ts";
import { listWatched } from "./list-watched.ts";
import { loadMailChannels, loadRelays } from "./load-mail-channels.ts";

/** The e-mail channels of a team whose mail needs a server that one of its monitors finds down. */
export async function loadEndangered(client: Pick<PoolClient, "query">, teamId: number): Promise<Set<number>> {
  const channels = await loadMailChannels(teamId, client);
  if (channels.length === 0) return new Set();
  const relays = await loadRelays(client);
  const servers = [...relays, ...channels.flatMap((channel) => channel.servers ?? [])];
  const find = crossingsWith(await listWatched(servers, { teamId, isOnlyDown: true }, client));
  const endangered = channels.filter((channel) => isEndangered(checkRoad({ servers: channel.servers ?? [], relays }, find)));
  return new Set(endangered.map(({ channelId }) => channelId));
}
