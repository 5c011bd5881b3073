import type { DeliveryReport } from "#core/message/delivery-report.ts";
import { shownWords } from "../judge-answer.ts";

/** What became of a text in the end (https://www.plivo.com/docs/messaging/api/message/message-status-callbacks); what else it may be passes. */
const TEXTS: Record<string, DeliveryReport["state"]> = {
  delivered: "delivered",
  read: "delivered",
  undelivered: "undelivered",
  failed: "undelivered",
  rejected: "undelivered",
};

/** What became of a call in the end (https://www.plivo.com/docs/voice/xml/request/call-status). */
const CALLS: Record<string, DeliveryReport["state"]> = {
  completed: "answered",
  "no-answer": "unanswered",
  timeout: "unanswered",
  cancel: "unanswered",
  busy: "busy",
  failed: "undelivered",
};

/** What its errors about texts are called (https://www.plivo.com/docs/messaging/troubleshooting/error-codes); a report has the code alone. */
const ERRORS: Record<string, string> = {
  10: "Invalid message",
  20: "Network error",
  30: "Spam detected",
  40: "Invalid source number",
  50: "Invalid destination number",
  60: "Loop detected",
  70: "Destination permanently unavailable",
  80: "Destination temporarily unavailable",
  90: "No route available",
  100: "Prohibited by carrier",
  110: "Message too long",
  200: "The number has said STOP",
  1000: "Unknown error",
};
const ERRORS_FOR_GOOD = ["50", "70", "200"];

/** An invalid number, one out of service, a country or a number that is barred (https://www.plivo.com/docs/voice/troubleshooting/hangup-causes). */
const HANGUPS_FOR_GOOD = ["2000", "2010", "2030", "2040"];

/** What Plivo says of a text when its status changes, or of a call when it is hung up; null while it is on its way. */
export function readPlivoReport(fields: URLSearchParams): DeliveryReport | null {
  return fields.has("MessageUUID") ? textReport(fields) : callReport(fields);
}

function textReport(fields: URLSearchParams): DeliveryReport | null {
  const state = TEXTS[fields.get("Status") ?? ""];
  if (state === undefined) return null;
  const code = fields.get("ErrorCode");
  if (state === "delivered" || !code) return { state, words: null, isForGood: false };
  const words = `Plivo: ${ERRORS[code] ?? "error"} (${shownWords(code)})`;
  return { state, words, isForGood: ERRORS_FOR_GOOD.includes(code) };
}

function callReport(fields: URLSearchParams): DeliveryReport | null {
  const state = CALLS[fields.get("CallStatus") ?? ""];
  if (state === undefined) return null;
  const cause = fields.get("HangupCauseName") ?? fields.get("HangupCause");
  const isForGood = HANGUPS_FOR_GOOD.includes(fields.get("HangupCauseCode") ?? "");
  const hasMoreToSay = state !== "answered" && cause !== null;
  return { state, words: hasMoreToSay ? `Plivo: ${shownWords(cause)}` : null, isForGood };
}
