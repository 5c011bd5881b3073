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
import { BOT_TOKEN, CHAT_ID, playTelegram, telegramError, visibleTextOf } from "#testing/provider/telegram.ts";
import { telegramPayload } from "./payload.ts";
import { send } from "./send.ts";
import { telegramSettings } from "./settings.ts";

const SETTINGS = { botToken: BOT_TOKEN, chatId: CHAT_ID };

test("a message has a sign of its tone, the failing step, the server's words and buttons", async () => {
  const telegram = await playTelegram();
  expect(await send(SETTINGS, DOWN, telegram.context())).toEqual({ sent: true, receipt: "ok, message 365", reference: "365" });
  const [post] = telegram.posts;
  expect(post).toMatchObject({ chat_id: CHAT_ID, parse_mode: "HTML", link_preview_options: { is_disabled: true } });
  expect(post!.text).toContain("🔴 <b>Down: Mail in — rcpt 452</b>");
  expect(post!.text).toContain("Failing step: <code>rcpt</code>");
  expect(post!.text).toContain("<pre>452 4.3.1 Insufficient system storage</pre>");
  expect(post!.reply_markup!.inline_keyboard).toEqual([
    [
      { text: "Acknowledge", url: DOWN.acknowledgeUrl },
      { text: "Open the incident", url: DOWN.url },
    ],
  ]);
});

test("a recovery answers the first message, and goes out though that is gone", async () => {
  const telegram = await playTelegram();
  const outcome = await send({ ...SETTINGS, topicId: "12" }, UP_AGAIN, telegram.context({ reference: "300" }));
  expect(outcome).toMatchObject({ sent: true, reference: "300" });
  expect(telegram.posts[0]).toMatchObject({
    message_thread_id: 12,
    reply_parameters: { message_id: 300, allow_sending_without_reply: true },
  });
});

test("a group that has become another one is told under its new id", async () => {
  const moved = telegramError(400, "Bad Request: group chat was upgraded to a supergroup chat", {
    migrate_to_chat_id: -1009876543210,
  });
  const telegram = await playTelegram(({ chat_id }) => (chat_id === CHAT_ID ? moved : undefined));
  expect(await send(SETTINGS, DOWN, telegram.context())).toMatchObject({ sent: true });
  expect(telegram.posts.map(({ chat_id }) => chat_id)).toEqual([CHAT_ID, "-1009876543210"]);
});

test("where the dashboard has no public name the link stands in the text, since no button may lead there", async () => {
  const telegram = await playTelegram();
  const url = "http://localhost:3000/incidents/7";
  expect(await send(SETTINGS, { ...DOWN, url }, telegram.context())).toMatchObject({ sent: true });
  expect(telegram.posts[0]!.text).toContain(url);
});

test.each([
  [
    "a bot that was blocked",
    telegramError(403, "Forbidden: bot was blocked by the user"),
    "give-up",
    "HTTP 403: Forbidden: bot was blocked by the user",
  ],
  ["a revoked token", telegramError(401, "Unauthorized"), "give-up", "HTTP 401: Unauthorized"],
  ["a chat that is gone", telegramError(400, "Bad Request: chat not found"), "give-up", "HTTP 400: Bad Request: chat not found"],
  ["trouble inside Telegram", telegramError(500, "Internal Server Error"), "retry", "HTTP 500: Internal Server Error"],
  ["a page of a proxy", { status: 502, body: "<html><h1>502 Bad Gateway</h1></html>" }, "retry", "HTTP 502: 502 Bad Gateway"],
  ["an answer that is none", { status: 200, body: "hello" }, "retry", "Not an answer of Telegram: HTTP 200: hello"],
  ["no answer", "hang", "retry", "the server did not answer in time"],
] as const)("%s", async (_, answer, next, reason) => {
  const telegram = await playTelegram(() => answer);
  expect(await send(SETTINGS, DOWN, telegram.context({ deadlineMs: 400 }))).toEqual({ sent: false, next, reason });
});

test("too many messages are tried again after what Telegram asks for", async () => {
  const telegram = await playTelegram(() => telegramError(429, "Too Many Requests: retry after 17", { retry_after: 17 }));
  expect(await send(SETTINGS, DOWN, telegram.context())).toMatchObject({ sent: false, next: "retry", retryAfterMs: 17_000 });
});

test("a wrong token is refused as Telegram refuses it, and is not said", async () => {
  const telegram = await playTelegram();
  const outcome = await send({ ...SETTINGS, botToken: BOT_TOKEN.replace("AAH", "BBH") }, DOWN, telegram.context());
  expect(outcome).toEqual({ sent: false, next: "give-up", reason: "HTTP 401: Unauthorized" });
});

test.each([DEGRADED, FLAPPING, UP_AGAIN, CHANGED, TEST])("Telegram takes every message ($kind)", async (message) => {
  const telegram = await playTelegram();
  expect(await send(SETTINGS, message, telegram.context())).toMatchObject({ sent: true });
});

describe("what others wrote is text, and makes no link:", () => {
  test.each(Object.entries(HOSTILE_TEXTS))("%s", async (_, text) => {
    const telegram = await playTelegram();
    for (const message of [hostileMessage(text), changed(text), { ...TEST, channelName: text }]) {
      const { text: html } = telegramPayload(message);
      expect(visibleTextOf(html)!.length).toBeLessThan(4_096);
      const outsideCode = visibleTextOf(html.replaceAll(/<(code|pre)>[^<]*<\/\1>/g, ""))!;
      expect(outsideCode).not.toMatch(/[@#/.:$][^\s\u2060]/);
      expect(await send(SETTINGS, message, telegram.context())).toMatchObject({ sent: true });
    }
  });
});

test("what is typed wrongly is said at its field", () => {
  expect(formComplaints(telegramSettings, SETTINGS)).toEqual([]);
  expect(formComplaints(telegramSettings, { ...SETTINGS, chatId: "@our_alerts", topicId: "7" })).toEqual([]);
  expect(formComplaints(telegramSettings, { botToken: "12/../x", chatId: "our alerts", topicId: "x" })).toEqual([
    "botToken: A bot token looks like 110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw.",
    "chatId: A chat is a number such as -1001234567890, or the @name of a public channel.",
    "topicId: A topic is a number.",
  ]);
  expect(telegramSettings.leadsTo({ ...SETTINGS, topicId: "7" })).toBe("chat -1001234567890, topic 7");
});
