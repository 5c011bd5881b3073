import { messageFacts } from "#core/message/message-facts.ts";
import type { Message } from "#core/message/message.ts";
import { shortened } from "#core/text/shortened.ts";
import { messageKey } from "../message-key.ts";
import { plainText } from "../plain-text.ts";
import type { PushoverSettings } from "./settings.ts";

/** The fields of a message, besides whom it goes to (https://pushover.net/api#messages). */
export type PushoverPayload = {
  title: string;
  message: string;
  priority: string;
  url: string;
  url_title: string;
  retry?: string;
  expire?: string;
  tags?: string;
};

const PRIORITIES: Record<PushoverSettings["urgency"], string> = { normal: "0", high: "1", emergency: "2" };

/** A title has at most 250 characters, a message 1,024, the address of a link 512. */
const MAX_TITLE_CHARS = 250;
const MAX_MESSAGE_CHARS = 1_024;
const MAX_URL_CHARS = 512;
/** In seconds: not more often than every 30, not longer than 10,800. */
const REMIND_EVERY_S = "60";
const REMIND_FOR_S = "10800";

/** A message as plain text: Pushover reads HTML only where it is asked to. It shows one link: to acknowledge, where that can be done. */
export function pushoverPayload(message: Message, urgency: PushoverSettings["urgency"]): PushoverPayload {
  const facts = messageFacts(message);
  const isOutage = facts.tone === "bad" && message.kind !== "incident_flapping";
  const priority = isOutage ? PRIORITIES[urgency] : "0";
  const acknowledgeUrl =
    facts.acknowledgeUrl !== null && facts.acknowledgeUrl.length <= MAX_URL_CHARS ? facts.acknowledgeUrl : null;
  return {
    title: shortened(facts.title, MAX_TITLE_CHARS),
    message: shortened(plainText(facts), MAX_MESSAGE_CHARS),
    priority,
    url: acknowledgeUrl ?? facts.url,
    url_title: acknowledgeUrl === null ? facts.open : "Acknowledge",
    ...(isOutage && urgency === "emergency" && { retry: REMIND_EVERY_S, expire: REMIND_FOR_S, tags: messageKey(message) }),
  };
}
