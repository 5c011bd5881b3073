import { ROAD_FAILS_AFTER_MS } from "../escalation/escalation.ts";

/**
 * What came of a text or a call after its provider had taken it; `missing` where nobody has said so in time. `words` are the provider's own, where
 * it has more to say. `isForGood`: nothing gets there until somebody changes something, as with a number that is none.
 */
export type DeliveryReport = {
  state: "delivered" | "answered" | "unanswered" | "busy" | "undelivered" | "missing";
  words: string | null;
  isForGood: boolean;
};
export type ReportState = DeliveryReport["state"];

/** How long a report is waited for, in ms after the provider took the message. A phone rings for a minute at most; a text may wait for its network. */
export const REPORTED_WITHIN_MS = { sms: 10 * 60_000, phone: ROAD_FAILS_AFTER_MS } as const;

export const NO_REPORT: DeliveryReport = { state: "missing", words: null, isForGood: false };

/**
 * Whether a message has reached nobody by what is said of it. Many networks report no text that arrives, so one that nobody reports may have; a call
 * is heard of when it is answered.
 */
export function hasReachedNobody(state: ReportState, kind: keyof typeof REPORTED_WITHIN_MS): boolean {
  return state === "missing" ? kind === "phone" : state !== "delivered" && state !== "answered";
}
