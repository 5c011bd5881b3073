import type { ChannelKind } from "../channel/channel.ts";
import { isGathered } from "./digest.ts";
import type { MessageKind } from "./message.ts";
import { isReadByPeople, nextOut } from "./storm.ts";

/** A delivery that has not been let out. `isDue`: its time has come; others failed before and may go along. */
export type WaitingDelivery = {
  deliveryId: number;
  channelId: number;
  channelKind: ChannelKind;
  monitorId: number | null;
  kind: MessageKind;
  isDue: boolean;
};

/**
 * What becomes of what waits for one reader: what goes out as it is, what goes out in one digest, and what waits until an instant (epoch
 * milliseconds).
 */
export type Release = {
  single: number[];
  digest: { channelId: number; deliveryIds: number[] } | null;
  wait: { deliveryIds: number[]; until: number } | null;
};

/**
 * Decides about what waits for one reader, oldest first. `sentAt` is when the latest messages went out to them, on any channel (epoch
 * milliseconds). What people read is gathered as core/message/storm.ts says, and everything else goes out as it is. A digest holds what waits on one
 * channel, which is the one that has waited longest; a reader's other channels have their turns after it.
 */
export function decideRelease(waiting: readonly WaitingDelivery[], sentAt: readonly number[], now: number): Release {
  const counted = waiting.filter(isCounted);
  const release: Release = { single: [], digest: null, wait: null };
  release.single.push(...idsOf(waiting.filter((each) => each.isDue && !isCounted(each))));
  const sent = [...sentAt];
  for (let due = withoutHeld(counted); due.length > 0;) {
    const out = nextOut(sent, due, now);
    if (out === null || out.kind === "wait") {
      release.wait = out && { deliveryIds: idsOf(due), until: out.until };
      break;
    }
    const [first] = due as [WaitingDelivery, ...WaitingDelivery[]];
    const together = out.kind === "digest" ? counted.filter(({ channelId }) => channelId === first.channelId) : [first];
    if (together.length > 1) release.digest = { channelId: first.channelId, deliveryIds: idsOf(together) };
    else release.single.push(first.deliveryId);
    sent.push(now);
    const gone = new Set(together);
    due = due.filter((each) => !gone.has(each));
  }
  return release;
}

/** Whether a delivery counts towards what its reader gets, and may stand in a digest. */
export function isCounted({ kind, channelKind }: Pick<WaitingDelivery, "kind" | "channelKind">): boolean {
  return isGathered(kind) && isReadByPeople(channelKind);
}

/** Those that are due, but for those behind an earlier one about the same monitor that is not. Word of a change holds up nothing. */
function withoutHeld(waiting: readonly WaitingDelivery[]): WaitingDelivery[] {
  const held = new Set<string>();
  return waiting.filter(({ channelId, monitorId, kind, isDue }) => {
    const about = `${channelId} ${monitorId}`;
    if (!isDue && monitorId !== null && kind !== "change") held.add(about);
    return isDue && !held.has(about);
  });
}

function idsOf(deliveries: readonly WaitingDelivery[]): number[] {
  return deliveries.map(({ deliveryId }) => deliveryId);
}
