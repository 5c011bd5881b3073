import { visibleText } from "../text/visible-text.ts";
import type { RecipientRevokedMessage } from "./message.ts";

/** The message that whoever reads a mailbox stopped test messages there at an instant (epoch milliseconds); `baseUrl` is where users reach the dashboard. */
export function recipientRevokedMessage(mailbox: string, at: number, baseUrl: string): RecipientRevokedMessage {
  return {
    kind: "recipient_revoked",
    mailbox: visibleText(mailbox),
    at: new Date(at).toISOString(),
    url: new URL(`/settings/recipients#${encodeURIComponent(mailbox)}`, baseUrl).href,
  };
}
