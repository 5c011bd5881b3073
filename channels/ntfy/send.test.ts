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
  changed,
  hostileMessage,
} from "#testing/provider/messages.ts";
import { TOKEN, TOPIC, ntfyError, playNtfy } from "#testing/provider/ntfy.ts";
import { send } from "./send.ts";
import { ntfySettings } from "./settings.ts";

const SETTINGS = { serverUrl: "https://ntfy.sh", topic: TOPIC, token: TOKEN };

test("a message has the priority and the sign of its tone, the failing step, the server's words, and leads to the incident", async () => {
  const ntfy = await playNtfy();
  expect(await send(SETTINGS, DOWN, ntfy.context())).toEqual({ sent: true, receipt: "published as sPs71M8A2T1" });
  expect(ntfy.posts).toEqual([
    {
      topic: TOPIC,
      title: "Down: Mail in — rcpt 452",
      message: `${DOWN.diagnosis.plain}\n\nServer: mx1.example.com:25\nFailing step: rcpt\nSince: 23 Nov 2026, 18:42:07 UTC\n\n452 4.3.1 Insufficient system storage`,
      priority: 5,
      tags: ["rotating_light"],
      click: DOWN.url,
      actions: [
        { action: "view", label: "Acknowledge", url: DOWN.acknowledgeUrl },
        { action: "view", label: "Open the incident", url: DOWN.url },
      ],
    },
  ]);
});

test("a recovery is quiet", async () => {
  const ntfy = await playNtfy();
  expect(await send(SETTINGS, UP_AGAIN, ntfy.context())).toMatchObject({ sent: true });
  expect(ntfy.posts[0]).toMatchObject({ priority: 3, tags: ["white_check_mark"] });
});

test.each([
  ["a revoked token", ntfyError(40_101, "unauthorized"), "give-up", "HTTP 401: unauthorized (40101)"],
  ["a topic that is closed", ntfyError(40_301, "forbidden"), "give-up", "HTTP 403: forbidden (40301)"],
  [
    "a field that ntfy does not take",
    ntfyError(40_009, "invalid request: topic invalid"),
    "give-up",
    "HTTP 400: invalid request: topic invalid (40009)",
  ],
  [
    "too many messages",
    ntfyError(42_901, "limit reached: too many requests"),
    "retry",
    "HTTP 429: limit reached: too many requests (42901)",
  ],
  ["trouble inside ntfy", ntfyError(50_001, "internal server error"), "retry", "HTTP 500: internal server error (50001)"],
  [
    "another server",
    { status: 200, body: "<html><body>Welcome to nginx!</body></html>" },
    "give-up",
    "Not an answer of ntfy: HTTP 200: Welcome to nginx!",
  ],
  ["no answer", "hang", "retry", "the server did not answer in time"],
] as const)("%s", async (_, answer, next, reason) => {
  const ntfy = await playNtfy(() => answer);
  expect(await send(SETTINGS, DOWN, ntfy.context({ deadlineMs: 400 }))).toEqual({ sent: false, next, reason });
});

test("too many messages are tried again after what a proxy asks for", async () => {
  const ntfy = await playNtfy(() => ({ status: 429, headers: { "Retry-After": "60" }, body: "slow down" }));
  expect(await send(SETTINGS, DOWN, ntfy.context())).toMatchObject({ sent: false, next: "retry", retryAfterMs: 60_000 });
});

test("a wrong token, or none, is refused as ntfy refuses it", async () => {
  const ntfy = await playNtfy();
  const wrong = await send({ ...SETTINGS, token: "tk_0123456789" }, DOWN, ntfy.context());
  expect(wrong).toEqual({ sent: false, next: "give-up", reason: "HTTP 401: unauthorized (40101)" });
  const none = await send({ ...SETTINGS, token: undefined }, DOWN, ntfy.context());
  expect(none).toMatchObject({ next: "give-up", reason: "HTTP 403: forbidden (40301)" });
});

test.each([DEGRADED, FLAPPING, UP_AGAIN, CHANGED, TEST])("ntfy takes every message ($kind)", async (message) => {
  const ntfy = await playNtfy();
  expect(await send(SETTINGS, message, ntfy.context())).toMatchObject({ sent: true });
});

describe("what others wrote is text, and no message becomes a file:", () => {
  test.each(Object.entries({ ...HOSTILE_TEXTS, "wide letters": "漢".repeat(10_000), quotes: `"\\`.repeat(5_000) }))(
    "%s",
    async (_, text) => {
      const ntfy = await playNtfy();
      for (const message of [hostileMessage(text), changed(text), { ...TEST, channelName: text }]) {
        expect(await send(SETTINGS, message, ntfy.context())).toMatchObject({ sent: true });
      }
      expect(ntfy.posts).toHaveLength(3);
      for (const post of ntfy.posts) {
        expect(post).not.toHaveProperty("markdown");
        expect(post.title).not.toMatch(/\p{Cc}/u);
        expect(post.message).not.toContain("\ufffd");
      }
    },
  );
});

test("what is typed wrongly is said at its field", () => {
  expect(formComplaints(ntfySettings, SETTINGS)).toEqual([]);
  expect(ntfySettings.schema.parse({ topic: TOPIC })).toEqual({ serverUrl: "https://ntfy.sh", topic: TOPIC });
  expect(ntfySettings.schema.parse({ topic: TOPIC, serverUrl: "HTTPS://Push.Example.com/" })).toMatchObject({
    serverUrl: "https://push.example.com",
  });
  expect(formComplaints(ntfySettings, { serverUrl: "https://ntfy.sh/mytopic", topic: "a/b", token: "secret" })).toEqual([
    "serverUrl: The URL of a server of ntfy ends with its name.",
    "topic: A topic has up to 64 letters, digits, - and _.",
    "token: An access token begins with tk_.",
  ]);
  expect(formComplaints(ntfySettings, { topic: TOPIC, serverUrl: "https://user:pass@ntfy.sh/" })).toEqual([
    "serverUrl: A URL with a user name or a password is not asked.",
  ]);
  expect(ntfySettings.leadsTo(SETTINGS)).toBe("a topic at ntfy.sh");
});
