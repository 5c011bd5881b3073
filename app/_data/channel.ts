import { notFound } from "next/navigation";
import { channelAddress } from "#core/channel-form.ts";
import { findChannel } from "#db/channel/find-channel.ts";
import { listChannels } from "#db/channel/list-channels.ts";
import { listDeliveries } from "#db/delivery/list-deliveries.ts";
import { requireViewer } from "./viewer.ts";

const SHOWN_DELIVERIES = 20;

/** Every channel of the viewer's team, for the list. */
export async function loadChannels() {
  const viewer = await requireViewer();
  const channels = await listChannels(viewer.teamId);
  const rows = channels.map(({ id, kind, name, config, monitors, deliveries }) => ({
    channelId: id,
    kind,
    name,
    address: channelAddress(config),
    monitors: monitors.map(({ monitor }) => ({ monitorId: monitor.id, name: monitor.name })),
    lastDelivery: deliveries[0] ?? null,
  }));
  return { viewer, channels: rows };
}

/** One channel of the viewer's team with its latest deliveries; not found for any other. */
export async function loadChannel(channelId: string) {
  const viewer = await requireViewer();
  if (!/^\d{1,9}$/.test(channelId)) notFound();
  const found = (await findChannel(viewer.teamId, Number(channelId))) ?? notFound();
  const channel = {
    channelId: found.id,
    kind: found.kind,
    name: found.name,
    address: channelAddress(found.config),
    monitors: found.monitors.map(({ monitor }) => ({ monitorId: monitor.id, name: monitor.name })),
  };
  return { viewer, channel, deliveries: await listDeliveries(viewer.teamId, found.id, SHOWN_DELIVERIES) };
}

export type ChannelRow = Awaited<ReturnType<typeof loadChannels>>["channels"][number];
