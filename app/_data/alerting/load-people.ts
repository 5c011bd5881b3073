import type { ChannelKind } from "#core/channel.ts";
import type { Tell } from "#core/escalation-policy.ts";
import type { Directory } from "#core/escalation-reach.ts";
import { ROADS, type Called } from "#core/policy-words.ts";
import { listChannels } from "#db/channel/list-channels.ts";
import { listContacts } from "#db/contact/list-contacts.ts";
import { listOnCall, type SavedOnCall } from "#db/on-call/list-on-call.ts";
import { listPolicies, type SavedPolicy } from "#db/policy/list-policies.ts";

/** Whom there is to tell in a team, and how they are to be told. */
export type People = {
  channels: { channelId: number; kind: ChannelKind; name: string; leadsTo: string; isConfirmed: boolean }[];
  contacts: { contactId: number; name: string; user: { id: number; email: string } | null; channelIds: number[] }[];
  onCall: SavedOnCall[];
  policies: SavedPolicy[];
  called: Called;
  directory: Omit<Directory, "monitorChannelIds">;
};

/** Everybody of a team who can be told, as pages that are about telling need them; overrides that are over by now are left out. */
export async function loadPeople(teamId: number): Promise<People> {
  const [rows, contactRows, onCall, policies] = await Promise.all([
    listChannels(teamId),
    listContacts(teamId),
    listOnCall(teamId, new Date()),
    listPolicies(teamId),
  ]);
  const channels = rows.map(({ id, kind, name, leadsTo, verifiedAt }) => ({
    channelId: id,
    kind,
    name,
    leadsTo,
    isConfirmed: verifiedAt !== null,
  }));
  const contacts = contactRows.map(({ id, name, user, channels: own }) => ({
    contactId: id,
    name,
    user,
    channelIds: own.map(({ channel }) => channel.id),
  }));
  const confirmed = channels.filter(({ isConfirmed }) => isConfirmed);
  return {
    channels,
    contacts,
    onCall,
    policies,
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
