import type { DeliveryReport } from "./delivery-report.ts";
import type { MessageKind } from "./message.ts";

/** What a message is about, in words for a list. */
export const MESSAGE_WORDS = {
  incident_opened: "Incident opened",
  incident_worsened: "Incident got worse",
  incident_flapping: "Incident flapping",
  incident_resolved: "Incident resolved",
  change: "Change noticed",
  digest: "Digest",
  channel_failed: "Another channel failed",
  channel_revoked: "Another channel was revoked",
  recipient_revoked: "A recipient was revoked",
  monthly: "Month of a domain",
  test: "Test",
  code: "Code to confirm the address",
  sign_of_life: "Sign of life",
} as const satisfies Record<MessageKind, string>;

/** How far a delivery is, and how that looks. */
const DELIVERY_WORDS = {
  pending: { word: "On its way", tone: "muted" },
  sending: { word: "Being sent", tone: "muted" },
  gathered: { word: "In a digest, on its way", tone: "muted" },
  sent: { word: "Sent", tone: "good" },
  failed: { word: "Not delivered", tone: "bad" },
} as const;
export type DeliveryStatus = keyof typeof DELIVERY_WORDS;

/** The same where its provider has said later what came of it. */
const REPORTED_WORDS = {
  delivered: { word: "Delivered", tone: "good" },
  answered: { word: "Answered", tone: "good" },
  unanswered: { word: "Not answered", tone: "bad" },
  busy: { word: "Busy", tone: "bad" },
  undelivered: { word: "Not delivered", tone: "bad" },
} as const;

/** How far a delivery is by all that is known of it. */
export function deliveryWords(status: DeliveryStatus, report: DeliveryReport | null) {
  const isEnded = status === "sent" || status === "failed";
  return isEnded && report !== null && report.state !== "missing" ? REPORTED_WORDS[report.state] : DELIVERY_WORDS[status];
}

/** What became of one attempt, in words. */
export function attemptWords(outcome: string): string {
  switch (outcome) {
    case "sent":
      return "Sent";
    case "retry":
      return "Not taken, tried again later";
    case "give-up":
      return "Refused for good";
    default:
      return outcome;
  }
}
