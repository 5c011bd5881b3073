import type { ChannelKind } from "./channel.ts";
import type { Tell } from "./escalation-policy.ts";
import { onCallAt, type OnCallSchedule } from "./on-call.ts";

/**
 * Where people are to be found now: the channels that can be sent to, the channels of each contact in their order, the on-call schedules,
 * and the channels of the monitor. What is not in it any more reaches nobody.
 */
export type Directory = {
  channels: ReadonlyMap<number, ChannelKind>;
  contacts: ReadonlyMap<number, readonly number[]>;
  onCall: ReadonlyMap<number, OnCallSchedule>;
  monitorChannelIds: readonly number[];
};

/** A channel to tell, and whose it is where it is told for the sake of a contact. */
export type Address = { channelId: number; contactId: number | null };

/** The channels that some are told on at an instant (epoch milliseconds), each once. */
export function reach(tell: readonly Tell[], directory: Directory, at: number): Address[] {
  const found = tell.flatMap((each) => addressesOf(each, directory, at));
  return found.filter(({ channelId }, index) => found.findIndex((other) => other.channelId === channelId) === index);
}

/** A contact's next channel after those that did not get through, in their order; null where there is none. */
export function nextRoad(contactId: number, tried: ReadonlySet<number>, directory: Directory): Address | null {
  const channelId = channelsOf(contactId, directory).find((each) => !tried.has(each));
  return channelId === undefined ? null : { channelId, contactId };
}

function addressesOf(tell: Tell, directory: Directory, at: number): Address[] {
  const shared = (channelIds: readonly number[]) =>
    channelIds.filter((channelId) => directory.channels.has(channelId)).map((channelId) => ({ channelId, contactId: null }));
  if ("channelsOf" in tell) return shared(directory.monitorChannelIds);
  if ("channelId" in tell) return shared([tell.channelId]);
  const contactId = "contactId" in tell ? tell.contactId : onCallOf(tell.onCallId, directory, at);
  return contactId === null ? [] : roadsTo(contactId, tell.by, directory);
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
