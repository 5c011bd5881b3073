import type { Tell } from "#core/escalation/escalation-policy.ts";
import type { Directory } from "#core/escalation/escalation-reach.ts";
import { ROADS, type Called } from "#core/escalation/policy-words.ts";
import { listKnownChannels, type KnownChannel } from "#db/channel/list-known-channels.ts";
import { listContacts, type SavedContact } from "#db/contact/list-contacts.ts";
import { listOnCall, type SavedOnCall } from "#db/on-call/list-on-call.ts";
import { listPolicies, type SavedPolicy } from "#db/policy/list-policies.ts";

/** Whom there is to tell in a team. */
export type Reachable = {
  channels: KnownChannel[];
  contacts: SavedContact[];
  onCall: SavedOnCall[];
  called: Called;
  directory: Omit<Directory, "monitorChannelIds">;
};

/** The same, and how they are to be told. */
export type People = Reachable & { policies: SavedPolicy[] };

/** Everybody of a team who can be told; overrides that are over by now are left out. */
export async function loadReachable(teamId: number): Promise<Reachable> {
  const [channels, contacts, onCall] = await Promise.all([
    listKnownChannels(teamId),
    listContacts(teamId),
    listOnCall(teamId, new Date()),
  ]);
  const confirmed = channels.filter(({ isConfirmed }) => isConfirmed);
  return {
    channels,
    contacts,
    onCall,
    called: {
      channels: new Map(channels.map(({ channelId, kind, name }) => [channelId, `${ROADS[kind]} to ${name}`])),
      contacts: new Map(contacts.map(({ contactId, name }) => [contactId, name])),
      onCall: new Map(onCall.map(({ onCallId, name }) => [onCallId, name])),
    },
    directory: {
      channels: new Map(confirmed.map(({ channelId, kind }) => [channelId, kind])),
      contacts: new Map(contacts.map(({ contactId, channelIds }) => [contactId, channelIds])),
      onCall: new Map(onCall.map(({ onCallId, schedule }) => [onCallId, schedule])),
      endangered: new Set(),
    },
  };
}

/** Everybody who can be told and every policy, as the pages about telling need them. */
export async function loadPeople(teamId: number): Promise<People> {
  const [reachable, policies] = await Promise.all([loadReachable(teamId), listPolicies(teamId)]);
  return { ...reachable, policies };
}

/** The names of the policies that tell somebody. */
export function namesOfPoliciesTelling(policies: readonly SavedPolicy[], isMeant: (tell: Tell) => boolean): string[] {
  return policies
    .filter(({ policy: { down, degraded, change } }) =>
      [...down.steps, ...(degraded?.steps ?? [])]
        .flatMap(({ tell }) => tell)
        .concat(change ?? [])
        .some(isMeant),
    )
    .map(({ name }) => name);
}
