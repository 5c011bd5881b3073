import { redirect } from "next/navigation";
import { requireViewer, type Viewer } from "#app/_data/viewer.ts";
import { canEdit } from "#core/account/role.ts";
import { formValuesOf, newMonitorValues } from "#core/monitor/monitor-form-values.ts";
import type { SearchParams } from "#core/monitor/monitor-query.ts";
import { listKnownChannels } from "#db/channel/list-known-channels.ts";
import { listLocations } from "#db/location/list-locations.ts";
import { listPolicies } from "#db/policy/list-policies.ts";
import { env } from "#env.ts";
import { listChoices } from "../blocklist/lists.ts";
import { inboundPlace } from "./inbound-place.ts";
import { requireMonitor } from "./require-monitor.ts";

const MAX_HOST_CHARS = 1_000;

/** The form for a new monitor: the first channel of the team, its default one, is ticked. */
export async function loadNewMonitorForm(search: SearchParams) {
  const viewer = await requireViewer();
  if (!canEdit(viewer.role)) redirect("/monitors");
  const channels = await channelChoices(viewer);
  const host = typeof search.host === "string" ? search.host.trim().slice(0, MAX_HOST_CHARS) : "";
  return {
    channels,
    locations: await listLocations(),
    policies: await policyChoices(viewer),
    policyId: null,
    isKindFixed: false,
    hasSecret: false,
    inbound: await inboundPlace(null),
    lists: await listChoices(viewer.teamId),
    values: newMonitorValues(host, env.EHLO_NAME),
    ticked: channels.slice(0, 1).map(({ channelId }) => channelId),
  };
}

/** The form of a monitor that exists. */
export async function loadMonitorForm(idText: string) {
  const { viewer, monitor } = await requireMonitor(idText);
  if (!canEdit(viewer.role)) redirect(`/monitors/${monitor.monitorId}`);
  const { name, tags, target, revision, channelIds, locationIds, hasSecret } = monitor;
  const channels = await channelChoices(viewer);
  return {
    monitorId: monitor.monitorId,
    name,
    revision,
    channels,
    locations: await listLocations(),
    policies: await policyChoices(viewer),
    policyId: monitor.policyId,
    isKindFixed: true,
    hasSecret,
    inbound: await inboundPlace(target.kind === "mailflow" ? monitor.monitorId : null),
    lists: target.kind === "blocklist" ? await listChoices(viewer.teamId) : [],
    values: formValuesOf(name, target, monitor, tags, locationIds),
    ticked: channelIds,
  };
}

async function channelChoices(viewer: Viewer) {
  const channels = await listKnownChannels(viewer.teamId);
  return channels.map(({ channelId, name, leadsTo, isConfirmed }) => {
    const address = isConfirmed ? leadsTo : `${leadsTo}, told of nothing until it is confirmed`;
    return { channelId, name, address };
  });
}

async function policyChoices(viewer: Viewer) {
  const policies = await listPolicies(viewer.teamId);
  return policies.map(({ policyId, name }) => ({ policyId, name }));
}
