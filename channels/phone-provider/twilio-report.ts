import type { DeliveryReport } from "#core/message/delivery-report.ts";
import { shownWords } from "../judge-answer.ts";

/** What became of a text in the end (https://www.twilio.com/docs/messaging/guides/track-outbound-message-status); what else it may be passes. */
const TEXTS: Record<string, DeliveryReport["state"]> = {
  delivered: "delivered",
  read: "delivered",
  undelivered: "undelivered",
  failed: "undelivered",
  canceled: "undelivered",
};

/** What became of a call in the end (https://www.twilio.com/docs/voice/api/call-resource#statuscallback). */
const CALLS: Record<string, DeliveryReport["state"]> = {
  completed: "answered",
  "no-answer": "unanswered",
  canceled: "unanswered",
  busy: "busy",
  failed: "undelivered",
};

/** What its errors about texts are called (https://www.twilio.com/docs/api/errors); a report has the code alone. */
const ERRORS: Record<string, string> = {
  21610: "The number has said STOP",
  30001: "Queue overflow",
  30002: "Account suspended",
  30003: "Unreachable destination handset",
  30004: "Message blocked",
  30005: "Unknown destination handset",
  30006: "Landline or unreachable carrier",
  30007: "Message filtered",
  30008: "Unknown error",
};
const ERRORS_FOR_GOOD = ["21610", "30004", "30005", "30006"];

/** A number that there is not: not found, gone, incomplete, nowhere (RFC 3261 section 21). */
const SIP_FOR_GOOD = ["404", "410", "484", "604"];

/** What Twilio's status callback says of a text or a call; null while it is on its way. */
export function readTwilioReport(fields: URLSearchParams): DeliveryReport | null {
  const text = TEXTS[fields.get("MessageStatus") ?? ""];
  if (text !== undefined) return textReport(text, fields.get("ErrorCode"), fields.get("ErrorMessage"));
  const call = CALLS[fields.get("CallStatus") ?? ""];
  if (call === undefined) return null;
  const sip = fields.get("SipResponseCode");
  if (call !== "undelivered") return { state: call, words: null, isForGood: false };
  const words = `Twilio: the call failed${sip ? ` (SIP ${shownWords(sip)})` : ""}`;
  return { state: call, words, isForGood: sip !== null && SIP_FOR_GOOD.includes(sip) };
}

function textReport(state: DeliveryReport["state"], code: string | null, message: string | null): DeliveryReport {
  if (state === "delivered" || !code) return { state, words: null, isForGood: false };
  const words = `Twilio: ${shownWords(message || ERRORS[code] || "error")} (${shownWords(code)})`;
  return { state, words, isForGood: ERRORS_FOR_GOOD.includes(code) };
}
