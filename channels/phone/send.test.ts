import { describe, expect, test } from "vitest";
import { digestOf } from "#core/message/digest.ts";
import type { Message } from "#core/message/message.ts";
import { formComplaints } from "#testing/provider/form-complaints.ts";
import {
  CHANGED,
  DEGRADED,
  DOWN,
  FLAPPING,
  HOSTILE_TEXTS,
  TEST,
  UP_AGAIN,
  changed,
  hostileMessage,
} from "#testing/provider/messages.ts";
import { PLIVO_URL, playPlivo, plivoError } from "#testing/provider/plivo.ts";
import { FROM, TWILIO_URL, playTwilio, twilioError } from "#testing/provider/twilio.ts";
import { providersOf } from "../phone-provider/providers.ts";
import { phone } from "./channel.ts";
import { phoneSettings } from "./settings.ts";
import { codeSpeech, messageSpeech } from "./speech.ts";

const NUMBER = { number: "+49301234567" };
const KEY_URL = "https://watch.example.com/api/calls/12/twilio?a=1&b=2";

test("Twilio calls, and is told where to fetch what is said", async () => {
  const twilio = await playTwilio();
  expect(await phone.send(NUMBER, DOWN, twilio.context())).toEqual({
    sent: true,
    receipt: "Twilio: queued as CAb1cd2ef3a4b5c6d7e8f90a1b2c3d4e5f",
    used: 1,
  });
  expect(Object.fromEntries(twilio.posts[0]!)).toEqual({
    To: "+49301234567",
    From: FROM,
    Url: "https://watch.example.com/api/calls/12/twilio",
    Method: "POST",
    Timeout: "60",
    TimeLimit: "180",
    StatusCallback: "https://watch.example.com/api/reports/12/1/twilio",
    StatusCallbackEvent: "completed",
    StatusCallbackMethod: "POST",
  });
});

test("Plivo calls, and is told where to fetch what is said", async () => {
  const plivo = await playPlivo();
  expect(await phone.sendCode!(NUMBER, "042137", plivo.context())).toEqual({
    sent: true,
    receipt: "Plivo: call fired as db3ce55a-7f1d-11e1-8ea7-1231380bc196",
    used: 1,
  });
  expect(plivo.posts).toEqual([
    {
      from: "14153336666",
      to: "49301234567",
      answer_url: "https://watch.example.com/api/calls/12/plivo",
      answer_method: "POST",
      hangup_url: "https://watch.example.com/api/reports/12/1/plivo",
      hangup_method: "POST",
      ring_timeout: 60,
      time_limit: 180,
    },
  ]);
});

test.each([
  ["a country that is not switched on", twilioError(400, 21215, "Account not authorized to call +49301234567"), "give-up"],
  ["a number that is none", twilioError(400, 21217, "Phone number +49 is not valid."), "give-up"],
  ["a number we may not call from", twilioError(400, 21210, "'From' phone number not verified"), "retry"],
  ["too many calls at once", twilioError(400, 10004, "Call concurrency limit exceeded"), "retry"],
] as const)("%s", async (_, answer, next) => {
  const twilio = await playTwilio(() => answer);
  expect(await phone.send(NUMBER, DOWN, twilio.context())).toMatchObject({ sent: false, next });
});

test("where the first provider refuses the second calls, and each has a URL of its own", async () => {
  const plivo = await playPlivo(() => plivoError(400, "to parameter not valid"));
  const twilio = await playTwilio();
  const leads = { "https://api.twilio.com": twilio.origin, "https://api.plivo.com": plivo.origin };
  const context = twilio.context({ leads, phoneUrls: [PLIVO_URL, TWILIO_URL] });
  expect(await phone.send(NUMBER, DOWN, context)).toMatchObject({ sent: true, receipt: expect.stringMatching(/^Twilio/), used: 1 });
  expect(twilio.posts[0]!.get("Url")).toMatch(/\/twilio$/);
});

describe("what a call says", () => {
  const [twilio, plivo] = providersOf([TWILIO_URL, PLIVO_URL]);

  test("of an outage is who, which step and what the server said, twice, and the key", () => {
    const told = "Down: Mail in stopped accepting recipients: 4 5 2 4.3.1 Insufficient system storage";
    expect(said(DOWN)).toEqual(["This is Ehlowatch.", told, "Press 1 to acknowledge.", told, "Press 1 to acknowledge."]);
  });

  test.each([
    ["degraded", DEGRADED, /^Degraded: Mail in /],
    ["flapping", FLAPPING, /^Flapping: Mail in /],
    ["over", UP_AGAIN, /^Up again: Mail in after 4 min\.$/],
    ["a change", CHANGED, /^Software of mx1\.example\.com is Exim 4\.97 now\.$/],
    ["a test", TEST, /^Messages for the channel On call arrive here\.$/],
  ])("%s", (_, message, told) => {
    expect(said(message)[1]).toMatch(told);
    const isAsked = said(message).includes("Press 1 to acknowledge.");
    expect(isAsked).toBe(message === DEGRADED || message === FLAPPING);
  });

  test("of a digest is how much, and the key takes all of it where something is open", () => {
    const other = { ...DOWN, monitorName: "mx2", url: `${DOWN.url}1` };
    expect(said(digestOf([DOWN, other], "https://watch.example.com")).slice(1, 3)).toEqual([
      "2 down — mx1.example.com:25. Much happens at once, so it is told together: 2 about mx1.example.com:25.",
      "Press 1 to acknowledge all of it.",
    ]);
    expect(said(digestOf([UP_AGAIN, CHANGED], "https://watch.example.com"))).toHaveLength(4);
  });

  test("in the XML of Twilio", () => {
    expect(twilio!.script({ said: ["Hello", 2], keyUrl: KEY_URL, otherwise: "Goodbye." })).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><Response>' +
        '<Gather input="dtmf" numDigits="1" timeout="10" method="POST" action="https://watch.example.com/api/calls/12/twilio?a=1&amp;b=2">' +
        '<Say language="en-US">Hello</Say><Pause length="2"/></Gather><Say language="en-US">Goodbye.</Say></Response>',
    );
  });

  test("in the XML of Plivo", () => {
    expect(plivo!.script({ said: ["Hello", 2], keyUrl: KEY_URL, otherwise: "Goodbye." })).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><Response>' +
        '<GetInput inputType="dtmf" numDigits="1" executionTimeout="10" redirect="true" method="POST" action="https://watch.example.com/api/calls/12/twilio?a=1&amp;b=2">' +
        '<Speak language="en-US">Hello</Speak><Wait length="2"/></GetInput><Speak language="en-US">Goodbye.</Speak></Response>',
    );
  });

  test("a code is its digits, one by one, twice", () => {
    const digits = codeSpeech("042137", KEY_URL).said.filter((each) => typeof each === "string" && /^\d$/.test(each));
    expect(digits.join("")).toBe("042137042137");
  });

  test.each([...Object.entries(HOSTILE_TEXTS), ["half a character and what XML has no place for", "\ud800\uffff\u0000x"]])(
    "is text, whatever others wrote: %s",
    (_, text) => {
      for (const message of [hostileMessage(text), changed(text), { ...TEST, channelName: text }]) {
        const script = twilio!.script(messageSpeech(message, "nobody", KEY_URL));
        expect(script.replaceAll(/<\/?(?:Response|Gather|Say|Pause|\?xml)(?: [a-zA-Z]+="[^"<>]*")*\??\/?>/g, "")).not.toMatch(
          /[<>]/,
        );
        expect(script).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos);)/);
        expect(script).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
        expect(script.length).toBeLessThan(10_000);
      }
    },
  );
});

test("what is typed wrongly is said at its field", () => {
  expect(formComplaints(phoneSettings, { number: "+49 30 1234567" })).toEqual([]);
  expect(formComplaints(phoneSettings, { number: "" })).toEqual(["number: Enter a phone number."]);
});

/** What is said of a message that nobody has acknowledged, without the pauses. */
function said(message: Message): string[] {
  return messageSpeech(message, "nobody", KEY_URL).said.filter((each) => typeof each === "string");
}
