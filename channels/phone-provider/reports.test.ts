import { expect, test } from "vitest";
import { readPlivoReport } from "./plivo-report.ts";
import { plivo, plivoTextSignature } from "./plivo.ts";
import { readTwilioReport } from "./twilio-report.ts";

const twilio = (fields: Record<string, string>) => readTwilioReport(new URLSearchParams(fields));
const plivoText = (fields: Record<string, string>) => readPlivoReport(new URLSearchParams({ MessageUUID: "u", ...fields }));
const plivoCall = (fields: Record<string, string>) => readPlivoReport(new URLSearchParams({ CallUUID: "u", ...fields }));

test("what is on its way is no report", () => {
  for (const MessageStatus of ["accepted", "scheduled", "queued", "sending", "sent", "new"])
    expect(twilio({ MessageStatus })).toBeNull();
  for (const CallStatus of ["queued", "initiated", "ringing", "in-progress"]) {
    expect(twilio({ CallStatus })).toBeNull();
    expect(plivoCall({ CallStatus })).toBeNull();
  }
  for (const Status of ["queued", "sent"]) expect(plivoText({ Status })).toBeNull();
});

test.each([
  ["Twilio", twilio({ MessageStatus: "delivered" }), "delivered"],
  ["Twilio", twilio({ CallStatus: "completed", CallDuration: "12" }), "answered"],
  ["Twilio", twilio({ CallStatus: "no-answer", SipResponseCode: "487" }), "unanswered"],
  ["Twilio", twilio({ CallStatus: "canceled" }), "unanswered"],
  ["Twilio", twilio({ CallStatus: "busy", SipResponseCode: "486" }), "busy"],
  ["Plivo", plivoText({ Status: "delivered", ErrorCode: "" }), "delivered"],
  ["Plivo", plivoCall({ CallStatus: "completed", HangupCauseName: "Normal Hangup", HangupCauseCode: "4000" }), "answered"],
])("%s: %j", (_, report, state) => {
  expect(report).toEqual({ state, words: null, isForGood: false });
});

test.each([
  [twilio({ MessageStatus: "undelivered", ErrorCode: "30003" }), "Twilio: Unreachable destination handset (30003)", false],
  [twilio({ MessageStatus: "undelivered", ErrorCode: "30005" }), "Twilio: Unknown destination handset (30005)", true],
  [twilio({ MessageStatus: "failed", ErrorCode: "30004" }), "Twilio: Message blocked (30004)", true],
  [
    twilio({ MessageStatus: "failed", ErrorCode: "30034", ErrorMessage: "Unregistered number" }),
    "Twilio: Unregistered number (30034)",
    false,
  ],
  [twilio({ MessageStatus: "failed" }), null, false],
  [twilio({ CallStatus: "failed", SipResponseCode: "404" }), "Twilio: the call failed (SIP 404)", true],
  [twilio({ CallStatus: "failed", SipResponseCode: "503" }), "Twilio: the call failed (SIP 503)", false],
  [twilio({ CallStatus: "failed" }), "Twilio: the call failed", false],
  [plivoText({ Status: "undelivered", ErrorCode: "80" }), "Plivo: Destination temporarily unavailable (80)", false],
  [plivoText({ Status: "failed", ErrorCode: "70" }), "Plivo: Destination permanently unavailable (70)", true],
  [plivoText({ Status: "rejected", ErrorCode: "7777" }), "Plivo: error (7777)", false],
  [
    plivoCall({ CallStatus: "failed", HangupCauseName: "Invalid Destination Address", HangupCauseCode: "2000" }),
    "Plivo: Invalid Destination Address",
    true,
  ],
  [plivoCall({ CallStatus: "failed", HangupCause: "NETWORK_OUT_OF_ORDER" }), "Plivo: NETWORK_OUT_OF_ORDER", false],
])("undelivered: %j", (report, words, isForGood) => {
  expect(report).toEqual({ state: "undelivered", words, isForGood });
});

test.each([
  ["busy", "busy"],
  ["no-answer", "unanswered"],
  ["timeout", "unanswered"],
  ["cancel", "unanswered"],
])("Plivo's call that ended with %s is %s, in its words", (CallStatus, state) => {
  expect(plivoCall({ CallStatus, HangupCauseName: "Ring Timeout\r\n" })).toEqual({
    state,
    words: "Plivo: Ring Timeout",
    isForGood: false,
  });
});

test("what Plivo says of a text it may sign without its fields, and of nothing else", () => {
  const url = "https://watch.example.com/api/reports/12/1/plivo";
  const provider = plivo({ origin: "https://api.example", user: "MA1", token: "secret", from: "+15550100", sender: "+15550100" });
  const headers: Record<string, string> = {
    "x-plivo-signature-v2": plivoTextSignature("secret", `${url}?a=b`, "17"),
    "x-plivo-signature-v2-nonce": "17",
  };
  const request = (fields: Record<string, string>, more: Record<string, string> = {}) => ({
    url,
    fields: new URLSearchParams(fields),
    header: (name: string) => ({ ...headers, ...more })[name] ?? null,
  });
  const text = { MessageUUID: "u", Status: "delivered" };
  expect(provider.hasSignedReport(request(text))).toBe(true);
  expect(provider.hasSigned(request(text))).toBe(false);
  expect(provider.hasSignedReport(request({ CallStatus: "completed" }))).toBe(false);
  expect(provider.hasSignedReport({ ...request(text), url: url.replace("12", "13") })).toBe(false);
  expect(provider.hasSignedReport(request(text, { "x-plivo-signature-v2-nonce": "18" }))).toBe(false);
  expect(
    provider.hasSignedReport(request(text, { "x-plivo-signature-v3-nonce": "17" })),
    "the third version counts where there is one",
  ).toBe(false);
});
