import { notFound } from "next/navigation";
import { settingsOfKind, SETTINGS_BY_KIND } from "#channels/settings-by-kind.ts";
import { SWITCHED_ON } from "#core/channel/channel-form.ts";
import type { ChannelKind } from "#core/channel/channel.ts";
import { parseId } from "#core/form/parse-id.ts";
import type { DeliveryReport } from "#core/message/delivery-report.ts";
import { findChannel } from "#db/channel/find-channel.ts";
import { listChannels } from "#db/channel/list-channels.ts";
import { listNamingPolicies } from "#db/channel/list-naming-policies.ts";
import { listDeliveries } from "#db/delivery/list-deliveries.ts";
import { listRevokedChannels } from "#db/revocation/list-revoked-channels.ts";
import { isOwnAddress } from "./confirm-channel.ts";
import { phoneUseOf, whyNotOffered } from "./phone-offer.ts";
import { loadRoads } from "./road-check.ts";
import { requireViewer } from "./viewer.ts";

const SHOWN_DELIVERIES = 20;

/** Every channel of the viewer's team, for the list. */
export async function loadChannels() {
  const viewer = await requireViewer();
  const channels = await listChannels(viewer.teamId);
  const [policies, roads, revoked] = await Promise.all([
    listNamingPolicies(viewer.teamId),
    loadRoads(viewer.teamId),
    listRevokedChannels(viewer.teamId),
  ]);
  const rows = channels.map(({ id, kind, name, leadsTo, verifiedAt, monitors, contacts, deliveries }) => ({
    channelId: id,
    kind,
    kindLabel: labelOf(kind),
    name,
    leadsTo,
    isVerified: verifiedAt !== null,
    revokedAt: revoked.get(id) ?? null,
    monitors: monitors.map(({ monitor }) => ({ monitorId: monitor.id, name: monitor.name })),
    contacts: contacts.map(({ contact }) => contact.name),
    policies: policies.get(id) ?? [],
    road: roads.find(({ channelId }) => channelId === id) ?? null,
    lastDelivery: deliveries[0] ? { ...deliveries[0], report: deliveries[0].report as DeliveryReport | null } : null,
  }));
  return { viewer, channels: rows };
}

/** One channel of the viewer's team with its latest deliveries; not found for any other. Its secret settings are not among what is shown. */
export async function loadChannel(idText: string) {
  const viewer = await requireViewer();
  const channelId = parseId(idText) ?? notFound();
  const readAt = Date.now();
  const found = (await findChannel(viewer.teamId, channelId)) ?? notFound();
  const settings = settingsOfKind(found.kind);
  const channel = {
    channelId,
    kind: found.kind,
    kindLabel: labelOf(found.kind),
    name: found.name,
    leadsTo: found.leadsTo,
    isVerified: found.verifiedAt !== null,
    revokedAt: (await listRevokedChannels(viewer.teamId)).get(channelId) ?? null,
    isOwnAddress: isOwnAddress(viewer, found),
    storedSecrets: found.storedSecrets,
    monitors: found.monitors.map(({ monitor }) => ({ monitorId: monitor.id, name: monitor.name })),
    contacts: found.contacts.map(({ contact }) => contact.name),
    policies: (await listNamingPolicies(viewer.teamId)).get(channelId) ?? [],
    fields: settings?.fields ?? [],
    madeSecrets: settings?.made.map(({ label }) => label) ?? [],
    sample: settings?.sample ?? null,
    phoneUse: await phoneUseOf(viewer.teamId, found.kind),
    values: { name: found.name, ...shownValues(found.config) },
  };
  const road = (await loadRoads(viewer.teamId)).find((each) => each.channelId === channelId) ?? null;
  return { viewer, channel, road, readAt, deliveries: await listDeliveries(viewer.teamId, channelId, SHOWN_DELIVERIES) };
}

/** A kind of channel as it is offered; `whyNot` says why it cannot be set up here. */
export type OfferedKind = { kind: ChannelKind; label: string; about: string; whyNot: string | null };

/** Every kind of channel, in the order in which they are offered. */
export function offeredKinds(): OfferedKind[] {
  return Object.values(SETTINGS_BY_KIND).map((each) => {
    const { kind, label, about } = each;
    return { kind, label, about, whyNot: whyNotOffered(each) };
  });
}

/** The form of a kind; not found where there is no such kind. */
export function loadChannelForm(kindText: string) {
  const settings = settingsOfKind(kindText) ?? notFound();
  const { kind, label, about, fields, sample } = settings;
  return { kind, label, about, fields, sample, whyNot: whyNotOffered(settings) };
}

function labelOf(kind: ChannelKind): string {
  return settingsOfKind(kind)?.label ?? kind;
}

/** The settings as a form holds them. */
function shownValues(config: unknown): Record<string, string> {
  const values = Object.entries(config as object).map(([name, value]) => [
    name,
    typeof value === "boolean" ? (value ? SWITCHED_ON : "") : String(value),
  ]);
  return Object.fromEntries(values) as Record<string, string>;
}
