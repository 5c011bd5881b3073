import type { EscalationPolicy } from "#core/escalation/escalation-policy.ts";
import { onlyEndangered } from "#core/escalation/policy-road.ts";
import type { MailServer } from "#core/message/mail-route.ts";
import { checkRoad, crossingsWith, isEndangered, monitorsOn, type Crossing, type RoadCheck } from "#core/message/road-check.ts";
import { roadSentence } from "#core/message/road-sentence.ts";
import { secondRoadsOf } from "#core/message/second-roads.ts";
import { listChannelNames } from "#db/channel/list-channel-names.ts";
import { loadDirectories } from "#db/escalation/load-directory.ts";
import { listWatched } from "#db/mail-route/list-watched.ts";
import { loadMailChannels, loadRelays, type MailChannel } from "#db/mail-route/load-mail-channels.ts";
import { pool } from "#db/pool.ts";
import { env } from "#env.ts";

/**
 * What the road check says of an e-mail channel. `sentence` where its mail needs servers that the team watches, by these `monitors`; `secondRoads`
 * are the channels told beside it while one of them is down. `lookedAt` is when its servers were last found, `failedAt` since when they cannot be.
 */
export type Road = {
  channelId: number;
  address: string;
  sentence: string | null;
  monitors: Crossing["monitors"];
  secondRoads: string[];
  takesNoMail: boolean;
  lookedAt: Date | null;
  failedAt: Date | null;
  /** The DNS says that there is no such domain, or none that takes mail. */
  isUnknownDomain: boolean;
};

/** The road check of every e-mail channel of a team. */
export async function loadRoads(teamId: number): Promise<Road[]> {
  const [channels, relays] = await Promise.all([loadMailChannels(teamId), loadRelays()]);
  return channels.length === 0 ? [] : checkRoads(teamId, channels, relays);
}

/** The roads of a team that lead through the server of one of its monitors and leave their reader without another. */
export async function loadRoadsThrough(teamId: number, monitorId: number): Promise<Road[]> {
  const [channels, relays] = await Promise.all([loadMailChannels(teamId), loadRelays()]);
  const watched = await listWatched(serversOf(channels, relays), { teamId, isOnlyDown: false, monitorId });
  if (channels.length === 0 || watched.length === 0) return []; // which spares most monitors the question about all the others
  const roads = await checkRoads(teamId, channels, relays);
  return withoutSecondRoad(roads).filter(({ monitors }) => monitors.some((each) => each.monitorId === monitorId));
}

function serversOf(channels: readonly MailChannel[], relays: readonly MailServer[]): MailServer[] {
  return [...relays, ...channels.flatMap((channel) => channel.servers ?? [])];
}

async function checkRoads(teamId: number, channels: readonly MailChannel[], relays: readonly MailServer[]): Promise<Road[]> {
  const servers = serversOf(channels, relays);
  const find = crossingsWith(await listWatched(servers, { teamId, isOnlyDown: false }));
  const checked = channels.map((channel) => ({ ...channel, check: checkRoad({ servers: channel.servers ?? [], relays }, find) }));
  const endangered = checked.filter(({ check }) => isEndangered(check));
  const secondRoads = await loadSecondRoads(teamId, endangered);
  const staysHere = env.EMBEDDED && env.SMTP_URLS.includes(`smtp://127.0.0.1:${env.MAILBOX_PORT}`); // in the built-in mailbox
  return checked.map(({ channelId, address, check, lookedAt, failedAt, failure, servers: found, isVerified }) => {
    const beside = secondRoads.get(channelId) ?? [];
    const isInDoubt = !isVerified && !staysHere; // what was confirmed does arrive, whatever the DNS says of it here
    return {
      channelId,
      address,
      sentence: roadSentence(address, check, beside),
      monitors: monitorsOn(check),
      secondRoads: beside,
      takesNoMail: isInDoubt && found?.length === 0,
      lookedAt,
      failedAt,
      isUnknownDomain: isInDoubt && (failure === "nxdomain" || failure === "nodata"),
    };
  });
}

/** Those of them that lead through a server the team watches, and leave their reader without another road. */
function withoutSecondRoad(roads: readonly Road[]): Road[] {
  return roads.filter(({ sentence, secondRoads }) => sentence !== null && secondRoads.length === 0);
}

/** The roads by which a policy of a team tells that a server is down, where all of them lead through one and the same patient. */
export async function loadPolicyRoads(teamId: number, policy: EscalationPolicy): Promise<Road[]> {
  const roads = (await loadRoads(teamId)).filter(({ sentence }) => sentence !== null);
  const monitors = roads.flatMap((road) => road.monitors.map(({ monitorId }) => ({ teamId, monitorId })));
  const directoryOf = await loadDirectories(pool, monitors);
  const endangered = monitors.flatMap((of) => {
    const on = roads.filter((road) => road.monitors.some(({ monitorId }) => monitorId === of.monitorId));
    const directory = { ...directoryOf(of), endangered: new Set(on.map(({ channelId }) => channelId)) };
    return onlyEndangered(policy, directory, Date.now());
  });
  return roads.filter(({ channelId }) => endangered.includes(channelId));
}

type Endangered = { channelId: number; check: RoadCheck };

/** The names of the channels told beside each. */
async function loadSecondRoads(teamId: number, endangered: readonly Endangered[]): Promise<Map<number, string[]>> {
  if (endangered.length === 0) return new Map();
  const monitors = endangered.flatMap(({ check }) => monitorsOn(check).map(({ monitorId }) => ({ teamId, monitorId })));
  const [directoryOf, names] = await Promise.all([loadDirectories(pool, monitors), listChannelNames(teamId)]);
  const all = new Set(endangered.map(({ channelId }) => channelId));
  return new Map(
    endangered.map(({ channelId, check }) => {
      const directories = monitorsOn(check).map(({ monitorId }) => ({ ...directoryOf({ teamId, monitorId }), endangered: all }));
      return [channelId, secondRoadsOf(channelId, directories).flatMap((each) => names.get(each) ?? [])];
    }),
  );
}
