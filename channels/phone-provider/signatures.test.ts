import { expect, test } from "vitest";
import { plivo, plivoSignature } from "./plivo.ts";
import { twilio, twilioSignature } from "./twilio.ts";

const ACCOUNT = { origin: "https://api.example", user: "AC1", from: "+15550100", sender: "+15550100" };

/** As Twilio's own examples of its request validation have it, token, URL and fields. */
const TWILIO = { token: "12345", url: "https://mycompany.com/myapp.php?foo=1&bar=2" };
const twilioFields = (caller: string) =>
  new URLSearchParams({ To: "+18005551212", CallSid: "CA1234567890ABCDE", Digits: "1234", From: caller, Caller: caller });

test.each([
  ["+14158675309", "RSOYDt4T1cUTdK1PDd93/VVr8B8="],
  ["+14158675310", "GvWf1cFY/Q7PnoempGyD5oXAezc="],
])("Twilio's published signature of a call from %s", (caller, signature) => {
  expect(twilioSignature(TWILIO.token, { url: TWILIO.url, fields: twilioFields(caller) })).toBe(signature);
});

/** As the tests of Plivo's own library for Go have it. */
const PLIVO = { token: "Y2Q2ZDgxZmY5YWRiOTI5YmQ1Njg0MTAxZWIyOTc4", nonce: "31627761595286130198" };
const CALL = "3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36";
const PLIVO_FIELDS = new URLSearchParams({
  Direction: "outbound",
  From: "19792014278",
  ALegUUID: CALL,
  CallStatus: "in-progress",
  BillRate: "0.002",
  ParentAuthID: "MANWVLYTK4ZWU1YTY4QA",
  To: "sip:PlivoSignature382029104058171078704104@phone-qa.voice.plivodev.com",
  ALegRequestUUID: CALL,
  CallUUID: CALL,
  RequestUUID: CALL,
  "SIP-H-To": "<sip:PlivoSignature382029104058171078704104@52.9.11.55;transport=udp>;tag=1",
  SessionStart: "2020-04-08 11:34:33.238707",
  Event: "StartApp",
});

test.each([
  [
    "https://plivobin.non-prod.plivops.com/api/v1/validate_signature03.xml/?a=b&c=d",
    "k7Pusd4OxCIjR5IfA9iedDNu/h/gbdYqdzG/MiYtd1c=",
  ],
  ["https://plivobin.non-prod.plivops.com/api/v1/validate_signature03.xml", "iAjE5QqI37mbkYe4w3jTMudqEzbDufdqi7sYwTu64e0="],
])("Plivo's published signature of a POST to %s", (url, signature) => {
  expect(plivoSignature(PLIVO.token, { url, fields: PLIVO_FIELDS }, PLIVO.nonce)).toBe(signature);
});

const headers = (given: Record<string, string>) => (name: string) => given[name] ?? null;

test("Twilio has signed what carries its signature, and nothing else", () => {
  const request = {
    url: TWILIO.url,
    fields: twilioFields("+14158675309"),
    header: headers({ "x-twilio-signature": "RSOYDt4T1cUTdK1PDd93/VVr8B8=" }),
  };
  const provider = twilio({ ...ACCOUNT, token: TWILIO.token });
  expect(provider.hasSigned(request)).toBe(true);
  expect(provider.hasSigned({ ...request, url: `${TWILIO.url}&more=1` })).toBe(false);
  expect(provider.hasSigned({ ...request, fields: twilioFields("+14158675311") })).toBe(false);
  expect(provider.hasSigned({ ...request, header: headers({}) })).toBe(false);
  expect(provider.hasSigned({ ...request, header: headers({ "x-twilio-signature": "RSOYDt4T1cUTdK1PDd93/VVr8B9=" }) })).toBe(false);
  expect(twilio({ ...ACCOUNT, token: "12346" }).hasSigned(request)).toBe(false);
});

test("Plivo has signed what carries its signature, alone or among those of other tokens", () => {
  const url = "https://plivobin.non-prod.plivops.com/api/v1/validate_signature03.xml";
  const shown = (signature: string, nonce = PLIVO.nonce) =>
    headers({ "x-plivo-signature-v3": signature, "x-plivo-signature-v3-nonce": nonce });
  const signature = "iAjE5QqI37mbkYe4w3jTMudqEzbDufdqi7sYwTu64e0=";
  const provider = plivo({ ...ACCOUNT, token: PLIVO.token });
  const request = { url, fields: PLIVO_FIELDS, header: shown(signature) };
  expect(provider.hasSigned(request)).toBe(true);
  expect(provider.hasSigned({ ...request, header: shown(`k7Pusd4OxCIjR5IfA9iedDNu/h/gbdYqdzG/MiYtd1c=, ${signature}`) })).toBe(
    true,
  );
  expect(provider.hasSigned({ ...request, header: shown(signature, "31627761595286130199") })).toBe(false);
  expect(provider.hasSigned({ ...request, url: `${url}/` })).toBe(false);
  expect(provider.hasSigned({ ...request, fields: new URLSearchParams({ Digits: "1" }) })).toBe(false);
  expect(provider.hasSigned({ ...request, header: headers({}) })).toBe(false);
});
