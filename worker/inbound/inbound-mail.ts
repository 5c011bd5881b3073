import { keepInboundAddress } from "#db/inbound/keep-inbound-address.ts";
import { takeLateMessages } from "#db/inbound/take-late-messages.ts";
import type { Inbound } from "../mailflow-runs.ts";
import type { Outage } from "../outage.ts";
import { awaitMessage } from "./await-message.ts";

/** How runs get the mail that comes to us at this domain; null where it is none, and we receive nothing. */
export function inboundMail(domain: string, outage: Outage): Inbound | null {
  if (domain === "") return null;
  return {
    addressOf: async (owner) => {
      const address = await keepInboundAddress(owner);
      return address && `${address}@${domain}`;
    },
    receive: (mailbox, token, limitMs) => awaitMessage(mailbox, token, limitMs, outage),
    receiveLate: async (mailbox, tokens) => {
      try {
        return await takeLateMessages(mailbox.split("@")[0]!, tokens);
      } catch (error) {
        outage.failed(error);
        return []; // they are still there for the next run
      }
    },
  };
}
