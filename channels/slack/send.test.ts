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
import { BOT_TOKEN, CHANNEL_ID, WEBHOOK_URL, playSlack } from "#testing/provider/slack.ts";
import { slackPayload } from "./payload.ts";
import { send } from "./send.ts";
import { slackSettings } from "./settings.ts";

const WEBHOOK = { way: "webhook", webhookUrl: WEBHOOK_URL } as const;
const BOT = { way: "bot", botToken: BOT_TOKEN, channelId: CHANNEL_ID } as const;

test("a webhook takes the message, and answers in words", async () => {
  const slack = await playSlack();
  expect(await send(WEBHOOK, DOWN, slack.context())).toEqual({ sent: true, receipt: "HTTP 200: ok" });
  const [post] = slack.posts;
  expect(post!.text).toBe("Down: Mail in — rcpt 452");
  expect(post!.attachments[0]!.color).toBe("#d92d20");
  const told = JSON.stringify(post!.attachments[0]!.blocks);
  for (const part of [
    "mx1.example.com:25",
    "rcpt",
    "452 4.3.1 Insufficient system storage",
    DOWN.url,
    DOWN.acknowledgeUrl,
    "Acknowledge",
  ]) {
    expect(told).toContain(part);
  }
});

test("a bot tells the id of its message, and the recovery stands in its thread and in the channel", async () => {
  const slack = await playSlack();
  const first = await send(BOT, DOWN, slack.context());
  expect(first).toEqual({ sent: true, receipt: "ok, message 1503061.000200", reference: "1503061.000200" });
  const second = await send(BOT, UP_AGAIN, slack.context({ reference: "1503061.000200" }));
  expect(second).toMatchObject({ sent: true, reference: "1503061.000200" });
  expect(slack.posts.map(({ thread_ts, reply_broadcast }) => [thread_ts, reply_broadcast])).toEqual([
    [undefined, undefined],
    ["1503061.000200", true],
  ]);
});

test("where the first message is gone the channel is told all the same", async () => {
  const slack = await playSlack((post) =>
    post.thread_ts === undefined ? undefined : { status: 200, body: { ok: false, error: "thread_not_found" } },
  );
  expect(await send(BOT, UP_AGAIN, slack.context({ reference: "1.2" }))).toMatchObject({
    sent: true,
    reference: "1503062.000200",
  });
  expect(slack.asked).toHaveLength(2);
});

test.each([
  ["a revoked token", { status: 200, body: { ok: false, error: "token_revoked" } }, "give-up", "Slack says token_revoked"],
  [
    "a scope that is missing",
    { status: 200, body: { ok: false, error: "missing_scope", needed: "chat:write", provided: "im:read" } },
    "give-up",
    "Slack says missing_scope, needed: chat:write",
  ],
  ["an archived channel", { status: 200, body: { ok: false, error: "is_archived" } }, "give-up", "Slack says is_archived"],
  ["trouble inside Slack", { status: 200, body: { ok: false, error: "internal_error" } }, "retry", "Slack says internal_error"],
  ["an answer that is none", { status: 200, body: "<html>hello</html>" }, "retry", "Not an answer of Slack: HTTP 200: hello"],
  ["a 503", { status: 503, body: "upstream connect error" }, "retry", "HTTP 503: upstream connect error"],
  ["no answer", "hang", "retry", "the server did not answer in time"],
  ["a connection that breaks", "break-off", "retry", "ECONNRESET"],
] as const)("%s", async (_, answer, next, reason) => {
  const slack = await playSlack(() => answer);
  expect(await send(BOT, DOWN, slack.context())).toMatchObject({
    sent: false,
    next,
    reason,
  });
});

test("too many messages are tried again after what Slack asks for", async () => {
  const limited = { status: 429, headers: { "Retry-After": "30" }, body: { ok: false, error: "ratelimited" } };
  const slack = await playSlack(() => limited);
  expect(await send(BOT, DOWN, slack.context())).toMatchObject({ sent: false, next: "retry", retryAfterMs: 30_000 });
  expect(await send(WEBHOOK, DOWN, slack.context())).toMatchObject({ sent: false, next: "retry", retryAfterMs: 30_000 });
});

test.each([
  ["a webhook that was removed", { status: 404, body: "no_service" }, "give-up", "HTTP 404: no_service"],
  ["an archived channel", { status: 410, body: "channel_is_archived" }, "give-up", "HTTP 410: channel_is_archived"],
  ["a payload that Slack does not take", { status: 400, body: "invalid_payload" }, "give-up", "HTTP 400: invalid_payload"],
  ["trouble inside Slack", { status: 500, body: "rollup_error" }, "retry", "HTTP 500: rollup_error"],
] as const)("by webhook: %s", async (_, answer, next, reason) => {
  const slack = await playSlack(() => answer);
  expect(await send(WEBHOOK, DOWN, slack.context())).toEqual({ sent: false, next, reason });
});

test("a wrong token is refused as Slack refuses it", async () => {
  const slack = await playSlack();
  const outcome = await send({ ...BOT, botToken: "xoxb-not-this-one" }, DOWN, slack.context());
  expect(outcome).toEqual({ sent: false, next: "give-up", reason: "Slack says invalid_auth" });
});

test.each([DEGRADED, FLAPPING, UP_AGAIN, CHANGED, TEST])("Slack takes every message", async (message) => {
  const slack = await playSlack();
  expect(await send(BOT, message, slack.context())).toMatchObject({ sent: true });
});

describe("what others wrote is text:", () => {
  test.each(Object.entries(HOSTILE_TEXTS))("%s", async (_, text) => {
    const slack = await playSlack();
    for (const message of [hostileMessage(text), changed(text), { ...TEST, channelName: text }]) {
      const payload = slackPayload(message, false);
      expect(payload.text).not.toMatch(/[<>\n]|&(?!amp;|lt;|gt;)/);
      expect(payload).toMatchObject({ mrkdwn: false, parse: "none", link_names: false });
      expect(typesOf(payload)).not.toContain("mrkdwn");
      expect(JSON.stringify(payload).length).toBeLessThan(12_000);
      expect(await send(WEBHOOK, message, slack.context())).toMatchObject({ sent: true });
    }
  });
});

test("what is typed wrongly is said at its field", () => {
  expect(formComplaints(slackSettings, WEBHOOK)).toEqual([]);
  expect(formComplaints(slackSettings, BOT)).toEqual([]);
  expect(formComplaints(slackSettings, { way: "bot" })).toEqual([
    "botToken: A bot token begins with xoxb-.",
    "channelId: The id of a channel looks like C012AB3CD; Slack shows it at the end of the channel's details.",
  ]);
  for (const webhookUrl of [
    "",
    "https://hooks.slack.com.evil.example/services/T0/B0/X",
    `${WEBHOOK_URL}@evil.example`,
    "http://localhost/",
  ]) {
    expect(formComplaints(slackSettings, { way: "webhook", webhookUrl })).toHaveLength(1);
  }
});

test("where it leads is said without what would let others write there", () => {
  expect(slackSettings.leadsTo(WEBHOOK)).toBe("a channel, by a webhook");
  expect(slackSettings.leadsTo(BOT)).toBe("channel C123ABC456, by a bot");
});

function typesOf(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return [...("type" in value ? [value.type] : []), ...Object.values(value).flatMap(typesOf)];
}
