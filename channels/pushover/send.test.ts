import { describe, expect, test } from "vitest";
import { formComplaints } from "#testing/provider/form-complaints.ts";
import {
  CHANGED,
  DEGRADED,
  DOWN,
  FLAPPING,
  HOSTILE_TEXTS,
  TEST,
  UP_AGAIN,
  WORSE,
  changed,
  hostileMessage,
} from "#testing/provider/messages.ts";
import { APP_TOKEN, USER_KEY, playPushover, pushoverError } from "#testing/provider/pushover.ts";
import { send } from "./send.ts";
import { pushoverSettings } from "./settings.ts";

const SETTINGS = { userKey: USER_KEY, appToken: APP_TOKEN, urgency: "high" as const };

test("a message has its priority, the failing step, the server's words and a link to acknowledge", async () => {
  const pushover = await playPushover();
  const outcome = await send({ ...SETTINGS, device: "droid2" }, DOWN, pushover.context());
  expect(outcome).toEqual({ sent: true, receipt: "queued as 647d2300-702c-4b38-8b2f-d56326ae460b" });
  expect(Object.fromEntries(pushover.posts[0]!)).toEqual({
    token: APP_TOKEN,
    user: USER_KEY,
    device: "droid2",
    title: "Down: Mail in — rcpt 452",
    message: `${DOWN.diagnosis.plain}\n\nServer: mx1.example.com:25\nFailing step: rcpt\nSince: 23 Nov 2026, 18:42:07 UTC\n\n452 4.3.1 Insufficient system storage`,
    priority: "1",
    url: DOWN.acknowledgeUrl,
    url_title: "Acknowledge",
  });
});

test("an emergency is called off by what is over, however often it was told", async () => {
  const pushover = await playPushover();
  const settings = { ...SETTINGS, urgency: "emergency" as const };
  const context = pushover.context();
  expect(await send(settings, DOWN, context)).toMatchObject({ sent: true, receipt: "queued as rLqVuqTRh62UzxtmqiaLzQmVcPgiCy" });
  expect(await send(settings, WORSE, context)).toMatchObject({ sent: true });
  expect(await send(settings, UP_AGAIN, context)).toMatchObject({ sent: true });
  const [first, second, last] = pushover.posts.map((fields) => Object.fromEntries(fields));
  expect(first).toMatchObject({ priority: "2", retry: "60", expire: "10800" });
  expect(second!.tags).toBe(first!.tags);
  expect(pushover.calledOff).toEqual([first!.tags]);
  expect(last).toMatchObject({ priority: "0", title: "Up again: Mail in after 4 min", url: UP_AGAIN.url });
});

test("only an outage rings", async () => {
  const pushover = await playPushover();
  const messages = [DEGRADED, FLAPPING, UP_AGAIN, CHANGED, TEST];
  for (const message of messages) {
    expect(await send({ ...SETTINGS, urgency: "emergency" }, message, pushover.context())).toMatchObject({ sent: true });
  }
  expect(pushover.posts.map((fields) => fields.get("priority"))).toEqual(messages.map(() => "0"));
});

test.each([
  ["a user who is gone", pushoverError(400, "user identifier is invalid"), "give-up", "HTTP 400: user identifier is invalid"],
  ["a revoked token", pushoverError(400, "application token is invalid"), "give-up", "HTTP 400: application token is invalid"],
  [
    "a 200 that queued nothing",
    pushoverError(200, "no active devices to send to"),
    "give-up",
    "Not queued: HTTP 200: no active devices to send to",
  ],
  [
    "the quota of the month",
    pushoverError(429, "application is over its quota"),
    "retry",
    "HTTP 429: application is over its quota",
  ],
  ["no answer", "hang", "retry", "the server did not answer in time"],
] as const)("%s", async (_, answer, next, reason) => {
  const pushover = await playPushover(() => answer);
  expect(await send(SETTINGS, DOWN, pushover.context({ deadlineMs: 400 }))).toEqual({ sent: false, next, reason });
});

test("trouble inside Pushover is left alone for five seconds, or for as long as it asks", async () => {
  const troubled = await playPushover(() => ({ status: 500, body: "Internal Server Error" }));
  expect(await send(SETTINGS, DOWN, troubled.context())).toMatchObject({ sent: false, next: "retry", retryAfterMs: 5_000 });
  const asking = await playPushover(() => ({ status: 503, headers: { "Retry-After": "90" }, body: "down for maintenance" }));
  expect(await send(SETTINGS, DOWN, asking.context())).toMatchObject({ sent: false, next: "retry", retryAfterMs: 90_000 });
});

test("a wrong token is refused as Pushover refuses it", async () => {
  const pushover = await playPushover();
  expect(await send({ ...SETTINGS, appToken: "x".repeat(30) }, DOWN, pushover.context())).toMatchObject({
    next: "give-up",
    reason: expect.stringContaining("application token is invalid"),
  });
});

describe("what others wrote is text within the limits:", () => {
  test.each(Object.entries(HOSTILE_TEXTS))("%s", async (_, text) => {
    const pushover = await playPushover();
    for (const message of [hostileMessage(text), changed(text), { ...TEST, channelName: text }]) {
      expect(await send(SETTINGS, message, pushover.context())).toMatchObject({ sent: true });
    }
    expect(pushover.posts).toHaveLength(3);
    for (const fields of pushover.posts) {
      expect(fields.has("html")).toBe(false);
      expect(fields.get("title")).not.toMatch(/\p{Cc}/u);
      expect([...fields.keys()].toSorted()).toEqual(["message", "priority", "title", "token", "url", "url_title", "user"]);
    }
  });
});

test("what is typed wrongly is said at its field", () => {
  expect(formComplaints(pushoverSettings, SETTINGS)).toEqual([]);
  expect(formComplaints(pushoverSettings, { userKey: "x", appToken: "y", urgency: "loud", device: "my phone" })).toEqual([
    "userKey: A user or group key has 30 letters and digits.",
    "appToken: An API token has 30 letters and digits.",
    "urgency: Choose how an outage is told.",
    "device: A device has up to 25 letters, digits, - and _; several are separated by commas.",
  ]);
  expect(pushoverSettings.leadsTo(SETTINGS)).toBe("all devices");
});
