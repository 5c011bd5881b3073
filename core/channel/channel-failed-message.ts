import type { ChannelFailedMessage } from "../message/message.ts";
import { shortened } from "../text/shortened.ts";
import { visibleText } from "../text/visible-text.ts";

const MAX_NAME_CHARS = 100;
const MAX_REASON_CHARS = 500;

/** The message that a channel gave up a message at an instant (epoch milliseconds); `baseUrl` is where users reach the dashboard. */
export function channelFailedMessage(
  { channelId, name }: { channelId: number; name: string },
  reason: string | null,
  at: number,
  baseUrl: string,
): ChannelFailedMessage {
  return {
    kind: "channel_failed",
    channelName: shortened(visibleText(name), MAX_NAME_CHARS),
    reason: shortened(visibleText(reason ?? "No reason is known."), MAX_REASON_CHARS),
    at: new Date(at).toISOString(),
    url: new URL(`/channels/${channelId}`, baseUrl).href,
  };
}
