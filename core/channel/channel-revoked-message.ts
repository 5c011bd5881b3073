import type { ChannelRevokedMessage } from "../message/message.ts";
import { shortened } from "../text/shortened.ts";
import { visibleText } from "../text/visible-text.ts";

const MAX_NAME_CHARS = 100;

/**
 * The message that whoever reads the address of a channel revoked it at an instant (epoch milliseconds); `baseUrl` is where users reach the
 * dashboard.
 */
export function channelRevokedMessage(
  { channelId, name }: { channelId: number; name: string },
  address: string,
  at: number,
  baseUrl: string,
): ChannelRevokedMessage {
  return {
    kind: "channel_revoked",
    channelName: shortened(visibleText(name), MAX_NAME_CHARS),
    address: visibleText(address),
    at: new Date(at).toISOString(),
    url: new URL(`/channels/${channelId}`, baseUrl).href,
  };
}
