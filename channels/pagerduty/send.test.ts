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
import { ROUTING_KEY, pagerdutyError, playPagerduty } from "#testing/provider/pagerduty.ts";
import { send } from "./send.ts";
import { pagerdutySettings } from "./settings.ts";

const SETTINGS = { routingKey: ROUTING_KEY, region: "us" as const };

test("an outage opens an alert with the failing step, the server's words and links", async () => {
  const pagerduty = await playPagerduty();
  const outcome = await send(SETTINGS, DOWN, pagerduty.context());
  const [post] = pagerduty.posts;
  expect(outcome).toEqual({ sent: true, receipt: "HTTP 202: Event processed" });
  expect(post).toEqual({
    routing_key: ROUTING_KEY,
    event_action: "trigger",
    dedup_key: expect.stringMatching(/^ehlowatch-[0-9a-f]{32}$/),
    client: "Ehlowatch",
    client_url: DOWN.url,
    links: [
      { href: DOWN.acknowledgeUrl, text: "Acknowledge at Ehlowatch" },
      { href: DOWN.url, text: "Open the incident" },
    ],
    payload: {
      summary: "Down: Mail in — rcpt 452",
      source: "mx1.example.com:25",
      severity: "critical",
      component: "rcpt",
      class: "rcpt.reply",
      timestamp: "2026-11-23T18:42:07.000Z",
      custom_details: {
        "What it means": DOWN.diagnosis.plain,
        Server: "mx1.example.com:25",
        "Failing step": "rcpt",
        Since: "23 Nov 2026, 18:42:07 UTC",
        "In its words": "452 4.3.1 Insufficient system storage",
      },
    },
  });
});

test("what becomes of an incident is told of the same alert, and its end resolves it", async () => {
  const pagerduty = await playPagerduty();
  for (const message of [DEGRADED, WORSE, FLAPPING]) await send(SETTINGS, message, pagerduty.context());
  expect(pagerduty.posts.map(({ payload }) => payload!.severity)).toEqual(["warning", "critical", "critical"]);
  expect(pagerduty.open.size).toBe(1);
  expect(await send(SETTINGS, UP_AGAIN, pagerduty.context())).toMatchObject({ sent: true });
  expect(pagerduty.open.size).toBe(0);
});

test("a test leaves nothing open, and is not done before both events are taken", async () => {
  const pagerduty = await playPagerduty();
  expect(await send(SETTINGS, TEST, pagerduty.context())).toMatchObject({ sent: true });
  expect(pagerduty.posts.map(({ event_action }) => event_action)).toEqual(["trigger", "resolve"]);
  expect(pagerduty.open.size).toBe(0);
  const failing = await playPagerduty(undefined, ({ event_action }) => (event_action === "resolve" ? { status: 503 } : undefined));
  expect(await send(SETTINGS, TEST, failing.context())).toMatchObject({ sent: false, next: "retry" });
});

test.each([
  [
    "a wrong key",
    pagerdutyError("Length of 'routing_key' is incorrect (should be 32 characters)"),
    "give-up",
    "HTTP 400: Event object is invalid: Length of 'routing_key' is incorrect (should be 32 characters)",
  ],
  ["an integration that was removed", { status: 403, body: "Forbidden" }, "give-up", "HTTP 403: Forbidden"],
  ["trouble inside PagerDuty", { status: 500, body: "Internal Server Error" }, "retry", "HTTP 500: Internal Server Error"],
  ["no answer", "hang", "retry", "the server did not answer in time"],
] as const)("%s", async (_, answer, next, reason) => {
  const pagerduty = await playPagerduty(undefined, () => answer);
  expect(await send(SETTINGS, DOWN, pagerduty.context({ deadlineMs: 400 }))).toEqual({ sent: false, next, reason });
});

test("too many events are tried again, after what PagerDuty asks for where it does", async () => {
  const body = {
    status: "throttle exceeded",
    message: "Requests for this service are arriving too quickly.",
    errors: ["Enhance your calm."],
  };
  const pagerduty = await playPagerduty(undefined, () => ({ status: 429, body }));
  const reason = "HTTP 429: Requests for this service are arriving too quickly.: Enhance your calm.";
  expect(await send(SETTINGS, DOWN, pagerduty.context())).toEqual({ sent: false, next: "retry", reason });
  const asking = await playPagerduty(undefined, () => ({ status: 429, headers: { "Retry-After": "12" }, body }));
  expect(await send(SETTINGS, DOWN, asking.context())).toMatchObject({ next: "retry", retryAfterMs: 12_000 });
});

test("a change that needs nobody is a change event, one that somebody has to see to is an alert", async () => {
  const pagerduty = await playPagerduty();
  expect(await send(SETTINGS, CHANGED, pagerduty.context())).toEqual({ sent: true, receipt: "HTTP 202: Change event processed" });
  expect(pagerduty.open.size).toBe(0);
  const expiring = { days: 7, daysLeft: 7, notAfter: "2026-11-30T10:00:00.000Z", fingerprint256: "AA" };
  const message = { ...CHANGED, changes: [{ aspect: "certificate-expiry", before: null, after: expiring } as const] };
  expect(await send(SETTINGS, message, pagerduty.context())).toMatchObject({ sent: true });
  expect(pagerduty.posts[1]!.payload).toMatchObject({
    severity: "warning",
    summary: "Certificate of mx1.example.com expires in 7 days",
  });
});

test("an account in the EU is asked there, and nowhere else", async () => {
  const pagerduty = await playPagerduty("https://events.eu.pagerduty.com");
  expect(await send({ ...SETTINGS, region: "eu" }, CHANGED, pagerduty.context())).toMatchObject({ sent: true });
  expect(pagerduty.asked).toHaveLength(1);
});

describe("what others wrote is text within the limits:", () => {
  test.each(Object.entries(HOSTILE_TEXTS))("%s", async (_, text) => {
    const pagerduty = await playPagerduty();
    for (const message of [hostileMessage(text), changed(text), { ...TEST, channelName: text }]) {
      expect(await send(SETTINGS, message, pagerduty.context())).toMatchObject({ sent: true });
    }
    for (const { payload } of pagerduty.posts) expect(payload?.summary ?? "").not.toMatch(/\p{Cc}/u);
  });
});

test("what is typed wrongly is said at its field", () => {
  expect(formComplaints(pagerdutySettings, SETTINGS)).toEqual([]);
  expect(formComplaints(pagerdutySettings, { routingKey: "short", region: "moon" })).toEqual([
    "routingKey: An integration key has 32 letters and digits.",
    "region: Choose a region.",
  ]);
  expect(pagerdutySettings.leadsTo({ ...SETTINGS, region: "eu" })).toBe("a service (EU)");
});
