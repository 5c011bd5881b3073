import { expect, test } from "vitest";
import { formComplaints } from "#testing/provider/form-complaints.ts";
import { DOWN, HOSTILE_TEXTS, UP_AGAIN, hostileMessage } from "#testing/provider/messages.ts";
import { PLIVO_URL, playPlivo, plivoError } from "#testing/provider/plivo.ts";
import { ACCOUNT_SID, AUTH_TOKEN, FROM, TWILIO_URL, playTwilio, twilioError } from "#testing/provider/twilio.ts";
import { sms } from "./channel.ts";
import { smsSettings } from "./settings.ts";
import { smsText } from "./text.ts";

const MOBILE = { number: "+4915123456789" };

test("Twilio takes the text, and says how it calls it", async () => {
  const twilio = await playTwilio();
  expect(await sms.send(MOBILE, DOWN, twilio.context())).toEqual({
    sent: true,
    receipt: "Twilio: queued as SMb1cd2ef3a4b5c6d7e8f90a1b2c3d4e5f, 2 segments",
    used: 2,
  });
  expect(Object.fromEntries(twilio.posts[0]!)).toEqual({
    To: "+4915123456789",
    From: FROM,
    Body: smsText(DOWN),
    StatusCallback: "https://watch.example.com/api/reports/12/1/twilio",
  });
});

test("Plivo takes the text, and says how it calls it", async () => {
  const plivo = await playPlivo();
  expect(await sms.send(MOBILE, DOWN, plivo.context())).toEqual({
    sent: true,
    receipt: "Plivo: message(s) queued as db3ce55a-7f1d-11e1-8ea7-1231380bc196, 2 segments",
    used: 2,
  });
  expect(plivo.posts).toEqual([
    {
      src: "14153336666",
      dst: "4915123456789",
      text: smsText(DOWN),
      url: "https://watch.example.com/api/reports/12/1/plivo",
      method: "POST",
    },
  ]);
});

test("where Twilio cannot reach us the text goes out all the same", async () => {
  const twilio = await playTwilio((fields) =>
    fields.has("StatusCallback") ? twilioError(400, 21609, "The 'StatusCallback' URL is not a valid URL.") : undefined,
  );
  expect(await sms.send(MOBILE, DOWN, twilio.context())).toMatchObject({ sent: true, used: 2 });
  expect(twilio.posts.map((fields) => fields.has("StatusCallback"))).toEqual([true, false]);
});

test("the price is told where the provider knows it", async () => {
  const twilio = await playTwilio(() => ({
    status: 201,
    body: { sid: "SM1", status: "sent", num_segments: "1", price: "-0.00750", price_unit: "USD" },
  }));
  expect(await sms.send(MOBILE, UP_AGAIN, twilio.context())).toMatchObject({
    receipt: "Twilio: sent as SM1, 0.00750 USD, 1 segment",
  });
});

test("texts may come from a name, or from a messaging service of Twilio", async () => {
  const twilio = await playTwilio();
  const service = `MG${"0".repeat(32)}`;
  for (const sender of ["Ehlowatch", service]) {
    await sms.send(MOBILE, DOWN, twilio.context({ phoneUrls: [`${TWILIO_URL}&sender=${sender}`] }));
  }
  expect(twilio.posts.map((fields) => [fields.get("From"), fields.get("MessagingServiceSid")])).toEqual([
    ["Ehlowatch", null],
    [null, service],
  ]);
});

test.each([
  ["a number that is none", twilioError(400, 21211, "Invalid 'To' Phone Number: +49"), "give-up"],
  ["a landline", twilioError(400, 21614, "'To' number is not a valid mobile number"), "give-up"],
  ["whoever has answered STOP", twilioError(400, 21610, "Attempt to send to unsubscribed recipient"), "give-up"],
  ["a country that is not switched on", twilioError(400, 21408, "Permission to send an SMS has not been enabled"), "give-up"],
  ["a route that does not exist", twilioError(400, 21612, "The 'To' phone number is not currently reachable"), "give-up"],
  ["a full queue", twilioError(400, 21611, "This 'From' number has exceeded the maximum number of queued messages"), "retry"],
  ["a sender that is not the operator's", twilioError(400, 21606, "The 'From' phone number is not valid"), "retry"],
  ["a suspended account", twilioError(403, 20005, "Account not active"), "retry"],
  ["trouble inside Twilio", twilioError(500, 20500, "Internal Server Error"), "retry"],
] as const)("%s", async (_, answer, next) => {
  const twilio = await playTwilio(() => answer);
  const { code, message } = answer.body;
  expect(await sms.send(MOBILE, DOWN, twilio.context())).toEqual({
    sent: false,
    next,
    reason: `Twilio: HTTP ${answer.status}: ${message} (${code})`,
  });
});

test.each([
  ["a number that is none", plivoError(400, "49 is not a valid phone number"), "give-up"],
  ["no credit", plivoError(402, "insufficient credit"), "retry"],
  ["trouble inside Plivo", plivoError(500, "server error"), "retry"],
] as const)("at Plivo: %s", async (_, answer, next) => {
  const plivo = await playPlivo(() => answer);
  const reason = `Plivo: HTTP ${answer.status}: ${answer.body.error}`;
  expect(await sms.send(MOBILE, DOWN, plivo.context())).toEqual({ sent: false, next, reason });
});

test("a wrong token is refused as the providers refuse it, and is the operator's to put right", async () => {
  const twilio = await playTwilio();
  const plivo = await playPlivo();
  expect(await sms.send(MOBILE, DOWN, twilio.context({ phoneUrls: [wrong(TWILIO_URL)] }))).toEqual({
    sent: false,
    next: "retry",
    reason: "Twilio: HTTP 401: Authenticate (20003)",
  });
  expect(await sms.send(MOBILE, DOWN, plivo.context({ phoneUrls: [wrong(PLIVO_URL)] }))).toMatchObject({
    next: "retry",
    reason: expect.stringMatching(/^Plivo: HTTP 401: Could not verify/),
  });
});

test("too many texts are tried again after what the provider asks for", async () => {
  const twilio = await playTwilio(() => twilioError(429, 20429, "Too Many Requests", { "Retry-After": "7" }));
  const plivo = await playPlivo(() => plivoError(429, "rate limit exceeded", { "Retry-After": "9" }));
  expect(await sms.send(MOBILE, DOWN, twilio.context())).toMatchObject({ sent: false, next: "retry", retryAfterMs: 7_000 });
  expect(await sms.send(MOBILE, DOWN, plivo.context())).toMatchObject({ sent: false, next: "retry", retryAfterMs: 9_000 });
});

test.each([
  ["no answer", "hang"],
  ["a connection that breaks", "break-off"],
  ["an answer that is none", { status: 201, body: "<html>hello</html>" }],
] as const)("%s: it may have gone out all the same, and is counted", async (_, answer) => {
  const twilio = await playTwilio(() => answer);
  const outcome = await sms.send(MOBILE, DOWN, twilio.context({ deadlineMs: 500 }));
  expect(outcome).toMatchObject({ sent: false, next: "retry", used: 2 });
});

test("where the first provider hangs the second takes the text within the time there is, and both are counted", async () => {
  const twilio = await playTwilio(() => "hang");
  const plivo = await playPlivo();
  const leads = { "https://api.twilio.com": twilio.origin, "https://api.plivo.com": plivo.origin };
  const outcome = await sms.send(MOBILE, DOWN, twilio.context({ leads, phoneUrls: [TWILIO_URL, PLIVO_URL], deadlineMs: 1_000 }));
  expect(outcome).toMatchObject({ sent: true, receipt: expect.stringMatching(/^Plivo: /), used: 4 });
});

test("it is given up where every provider refuses the number, and tried again where one might take it later", async () => {
  const refusing = twilioError(400, 21610, "Attempt to send to unsubscribed recipient");
  const twilio = await playTwilio(() => refusing);
  for (const [answer, next] of [
    [plivoError(400, "not a valid phone number"), "give-up"],
    [plivoError(500, "server error"), "retry"],
  ] as const) {
    const plivo = await playPlivo(() => answer);
    const leads = { "https://api.twilio.com": twilio.origin, "https://api.plivo.com": plivo.origin };
    const outcome = await sms.send(MOBILE, DOWN, twilio.context({ leads, phoneUrls: [TWILIO_URL, PLIVO_URL] }));
    expect(outcome).toMatchObject({ sent: false, next, reason: expect.stringMatching(/21610\); Plivo: /) });
  }
});

test("nothing is asked of anybody without a provider, to our own number, or to a country that is not allowed", async () => {
  const twilio = await playTwilio();
  const outcomes = [
    await sms.send(MOBILE, DOWN, twilio.context({ phoneUrls: [] })),
    await sms.send({ number: FROM }, DOWN, twilio.context()),
    await sms.send(MOBILE, DOWN, twilio.context({ phoneCountries: ["US"] })),
    await sms.sendCode!({ number: "+18765551234" }, "042137", twilio.context()),
  ];
  expect(outcomes.map((outcome) => !outcome.sent && [outcome.next, outcome.reason])).toEqual([
    ["give-up", "Whoever runs this Ehlowatch has not set up a provider for SMS and calls."],
    ["give-up", "This is the number that our own messages come from."],
    ["give-up", expect.stringContaining("numbers in Germany")],
    ["give-up", expect.stringContaining("numbers in Jamaica")],
  ]);
  expect(twilio.asked).toEqual([]);
});

test("a code is sent as a text", async () => {
  const twilio = await playTwilio();
  expect(await sms.sendCode!(MOBILE, "042137", twilio.context())).toMatchObject({ sent: true });
  expect(twilio.posts[0]!.get("Body")).toBe("042137 is your code for Ehlowatch. It counts for 10 minutes.");
});

test("no outcome holds the account's token", async () => {
  const twilio = await playTwilio(() => twilioError(400, 21211, "Invalid 'To' Phone Number"));
  expect(JSON.stringify(await sms.send(MOBILE, DOWN, twilio.context()))).not.toMatch(new RegExp(`${AUTH_TOKEN}|${ACCOUNT_SID}`));
});

test.each(Object.entries(HOSTILE_TEXTS))("the providers take what others wrote: %s", async (_, text) => {
  const twilio = await playTwilio();
  const plivo = await playPlivo();
  expect(await sms.send(MOBILE, hostileMessage(text), twilio.context())).toMatchObject({ sent: true });
  expect(await sms.send(MOBILE, hostileMessage(text), plivo.context())).toMatchObject({ sent: true });
});

test("what is typed wrongly is said at its field", () => {
  expect(formComplaints(smsSettings, { number: "+49 151 23456789" })).toEqual([]);
  expect(formComplaints(smsSettings, { number: "0151" })).toEqual([
    "number: Begin with + and the country's code, as in +49 1512 3456789.",
  ]);
  expect(smsSettings.leadsTo(MOBILE)).toBe("+49 1512 3456789");
});

/** An account with another token. */
function wrong(url: string): string {
  return url.replace(/:[^:@]+@/, ":another@");
}
