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
import { API_KEY, opsgenieError, playOpsgenie } from "#testing/provider/opsgenie.ts";
import { send } from "./send.ts";
import { opsgenieSettings } from "./settings.ts";

const SETTINGS = { apiKey: API_KEY, site: "us" as const };

test("an outage opens an alert with the failing step, the server's words and links", async () => {
  const opsgenie = await playOpsgenie();
  expect(await send(SETTINGS, DOWN, opsgenie.context())).toEqual({
    sent: true,
    receipt: "HTTP 202: Request will be processed (request 43a29c5c-3dbf-4fa4-9c26-f4f71023e120)",
  });
  expect(opsgenie.alerts).toEqual([
    {
      message: "Down: Mail in — rcpt 452",
      alias: expect.stringMatching(/^ehlowatch-[0-9a-f]{32}$/),
      description: [
        DOWN.diagnosis.plain,
        "452 4.3.1 Insufficient system storage",
        DOWN.url,
        `Acknowledge: ${DOWN.acknowledgeUrl}`,
      ].join("\n\n"),
      details: { Server: "mx1.example.com:25", "Failing step": "rcpt", Since: "23 Nov 2026, 18:42:07 UTC" },
      entity: "mx1.example.com:25",
      tags: ["ehlowatch"],
      source: "Ehlowatch",
      priority: "P1",
    },
  ]);
});

test("what becomes of an incident is told of the same alert, and its end closes it", async () => {
  const opsgenie = await playOpsgenie();
  for (const message of [DEGRADED, WORSE, FLAPPING]) await send(SETTINGS, message, opsgenie.context());
  expect(opsgenie.alerts.map(({ priority }) => priority)).toEqual(["P3", "P1", "P1"]);
  expect(opsgenie.open.size).toBe(1);
  expect(await send(SETTINGS, UP_AGAIN, opsgenie.context())).toMatchObject({ sent: true });
  expect(opsgenie.open.size).toBe(0);
  expect(opsgenie.asked.at(-1)!.json).toMatchObject({ note: expect.stringContaining("It was down for 4 minutes 12 seconds.") });
});

test("a test leaves nothing open, and is not done before both requests are taken", async () => {
  const opsgenie = await playOpsgenie();
  expect(await send(SETTINGS, TEST, opsgenie.context())).toMatchObject({ sent: true });
  expect([opsgenie.alerts.length, opsgenie.open.size]).toEqual([1, 0]);
  const failing = await playOpsgenie(undefined, (path) => (path.endsWith("/close") ? { status: 503 } : undefined));
  expect(await send(SETTINGS, TEST, failing.context())).toMatchObject({ sent: false, next: "retry" });
});

test.each([
  ["eu", "https://api.eu.opsgenie.com", "/v2/alerts"],
  ["jsm", "https://api.atlassian.com", "/jsm/ops/integration/v2/alerts"],
] as const)("alerts kept elsewhere (%s) are opened and closed there", async (site, at, path) => {
  const opsgenie = await playOpsgenie(at);
  expect(await send({ ...SETTINGS, site }, DOWN, opsgenie.context())).toMatchObject({ sent: true });
  expect(await send({ ...SETTINGS, site }, UP_AGAIN, opsgenie.context())).toMatchObject({ sent: true });
  expect(opsgenie.asked.map((each) => each.path)).toEqual([path, expect.stringMatching(`^${path}/ehlowatch-\\w+/close$`)]);
});

test.each([
  ["a revoked key", opsgenieError(401, "Could not authenticate"), "give-up", "HTTP 401: Could not authenticate"],
  [
    "a field that Opsgenie does not take",
    opsgenieError(422, "Request body is not processable. Please check the errors.", { message: "Message can not be empty." }),
    "give-up",
    "HTTP 422: Request body is not processable. Please check the errors. Message can not be empty.",
  ],
  [
    "too many requests",
    opsgenieError(429, "You are making too many requests!"),
    "retry",
    "HTTP 429: You are making too many requests!",
  ],
  ["trouble inside Opsgenie", opsgenieError(503, "Service Unavailable"), "retry", "HTTP 503: Service Unavailable"],
  ["no answer", "hang", "retry", "the server did not answer in time"],
] as const)("%s", async (_, answer, next, reason) => {
  const opsgenie = await playOpsgenie(undefined, () => answer);
  expect(await send(SETTINGS, DOWN, opsgenie.context({ deadlineMs: 400 }))).toEqual({ sent: false, next, reason });
});

test("too many requests are tried again after what Opsgenie asks for", async () => {
  const opsgenie = await playOpsgenie(undefined, () => ({ status: 429, headers: { "Retry-After": "45" }, body: {} }));
  expect(await send(SETTINGS, DOWN, opsgenie.context())).toMatchObject({ next: "retry", retryAfterMs: 45_000 });
});

test("a wrong key is refused as Opsgenie refuses it", async () => {
  const opsgenie = await playOpsgenie();
  const outcome = await send({ ...SETTINGS, apiKey: "x".repeat(36) }, CHANGED, opsgenie.context());
  expect(outcome).toEqual({ sent: false, next: "give-up", reason: "HTTP 401: Could not authenticate" });
});

describe("what others wrote is text within the limits:", () => {
  test.each(Object.entries(HOSTILE_TEXTS))("%s", async (_, text) => {
    const opsgenie = await playOpsgenie();
    for (const message of [hostileMessage(text), changed(text), { ...TEST, channelName: text }]) {
      expect(await send(SETTINGS, message, opsgenie.context())).toMatchObject({ sent: true });
    }
    expect(opsgenie.alerts).toHaveLength(3);
    for (const { message, description } of opsgenie.alerts) {
      expect(message).not.toMatch(/\p{Cc}/u);
      expect(description).not.toMatch(/[<>]/);
    }
  });
});

test("what is typed wrongly is said at its field", () => {
  expect(formComplaints(opsgenieSettings, SETTINGS)).toEqual([]);
  expect(formComplaints(opsgenieSettings, { apiKey: "not a key", site: "moon" })).toEqual([
    "apiKey: An API key looks like eb243592-faa2-4ba2-a551-1afdf565c889.",
    "site: Choose where your alerts are.",
  ]);
  expect(opsgenieSettings.leadsTo({ ...SETTINGS, site: "jsm" })).toBe("Jira Service Management");
});
