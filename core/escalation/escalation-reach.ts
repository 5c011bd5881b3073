import type { ChannelKind } from "../channel/channel.ts";
import { onCallAt, type OnCallSchedule } from "../on-call/on-call.ts";
import type { Tell } from "./escalation-policy.ts";

/**
 * Where people are to be found now: the channels that can be sent to, the channels of each contact in their order, the on-call schedules,
 * and the channels of the monitor. What is not in it any more reaches nobody. `endangered` are the channels whose mail needs a server that is
 * down.
 */
export type Directory = {
  channels: ReadonlyMap<number, ChannelKind>;
  contacts: ReadonlyMap<number, readonly number[]>;
  onCall: ReadonlyMap<number, OnCallSchedule>;
  monitorChannelIds: readonly number[];
  endangered: ReadonlySet<number>;
};

/** A channel to tell, and whose it is where it is told for the sake of a contact. */
export type Address = { channelId: number; contactId: number | null };

/** The channels that some are told on at an instant (epoch milliseconds), each once, and beside those that are endangered another road. */
export function reach(tell: readonly Tell[], directory: Directory, at: number): Address[] {
  return withSecondRoads(
    tell.flatMap((each) => addressesOf(each, directory, at)),
    directory,
  );
}

/**
 * Adds a road that avoids the patient for each endangered channel: the next of its contact, of each contact that has it where it is told for
 * nobody's sake, and where none of them has one, the channels of the monitor. Who is told on one already needs no other. Each channel once.
 */
export function withSecondRoads(found: readonly Address[], directory: Directory): Address[] {
  const sound = onlySound(directory);
  const isTold = (contactId: number) => found.some((each) => each.contactId === contactId && sound.channels.has(each.channelId));
  const beside = ({ channelId, contactId }: Address): Address[] => {
    if (sound.channels.has(channelId)) return [];
    const owners = contactId === null ? ownersOf(channelId, directory) : [contactId];
    const left = owners.filter((owner) => !isTold(owner));
    const next = left.map((owner) => nextRoad(owner, new Set(), sound)).filter((address) => address !== null);
    const isSafe = next.length > 0 || left.length < owners.length;
    return isSafe ? next : shared(sound.monitorChannelIds, sound);
  };
  const all = [...found, ...found.flatMap(beside)];
  return all.filter(({ channelId }, index) => all.findIndex((other) => other.channelId === channelId) === index);
}

/** A contact's next channel after those that did not get through, in their order; null where there is none. */
export function nextRoad(contactId: number, tried: ReadonlySet<number>, directory: Directory): Address | null {
  const channelId = channelsOf(contactId, directory).find((each) => !tried.has(each));
  return channelId === undefined ? null : { channelId, contactId };
}

function addressesOf(tell: Tell, directory: Directory, at: number): Address[] {
  if ("channelsOf" in tell) return shared(directory.monitorChannelIds, directory);
  if ("channelId" in tell) return shared([tell.channelId], directory);
  const contactId = "contactId" in tell ? tell.contactId : onCallOf(tell.onCallId, directory, at);
  return contactId === null ? [] : roadsTo(contactId, tell.by, directory);
}

/** Channels that are told for nobody's sake. */
function shared(channelIds: readonly number[], { channels }: Directory): Address[] {
  return channelIds.filter((channelId) => channels.has(channelId)).map((channelId) => ({ channelId, contactId: null }));
}

function onlySound(directory: Directory): Directory {
  const { channels, endangered } = directory;
  return { ...directory, channels: new Map([...channels].filter(([channelId]) => !endangered.has(channelId))) };
}

function ownersOf(channelId: number, { contacts }: Directory): number[] {
  return [...contacts].filter(([, channelIds]) => channelIds.includes(channelId)).map(([contactId]) => contactId);
}

function onCallOf(onCallId: number, { onCall }: Directory, at: number): number | null {
  const schedule = onCall.get(onCallId);
  return schedule ? onCallAt(schedule, at) : null;
}

/** Their channels of the kinds wanted; the first one where they have none of those, for that is better than nothing. */
function roadsTo(contactId: number, by: readonly ChannelKind[] | undefined, directory: Directory): Address[] {
  const channelIds = channelsOf(contactId, directory);
  const wanted = by ? channelIds.filter((channelId) => by.includes(directory.channels.get(channelId)!)) : [];
  return (wanted.length > 0 ? wanted : channelIds.slice(0, 1)).map((channelId) => ({ channelId, contactId }));
}

function channelsOf(contactId: number, { channels, contacts }: Directory): number[] {
  return (contacts.get(contactId) ?? []).filter((channelId) => channels.has(channelId));
}
