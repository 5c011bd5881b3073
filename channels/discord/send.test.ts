import { describe, expect, test } from "vitest";
import { WEBHOOK_URL, discordError, playDiscord } from "#testing/provider/discord.ts";
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
import { discordPayload } from "./payload.ts";
import { send } from "./send.ts";
import { discordSettings } from "./settings.ts";

const SETTINGS = { webhookUrl: WEBHOOK_URL };

test("a message is an embed in its colour, with the failing step, the server's words and links; nobody is mentioned", async () => {
  const discord = await playDiscord();
  const outcome = await send(SETTINGS, DOWN, discord.context());
  expect(outcome).toEqual({ sent: true, receipt: "saved as message 987654321000000001" });
  const [{ embeds, allowed_mentions }] = discord.posts as [(typeof discord.posts)[number]];
  expect(allowed_mentions).toEqual({ parse: [] });
  expect(embeds[0]).toMatchObject({ title: "Down: Mail in — rcpt 452", url: DOWN.url, color: 0xd92d20 });
  expect(embeds[0]!.fields).toEqual([
    { name: "Server", value: "mx1.example.com:25", inline: true },
    { name: "Failing step", value: "rcpt", inline: true },
    { name: "Since", value: "23 Nov 2026, 18:42:07 UTC", inline: true },
    { name: "In its words", value: "```\n452 4.3.1 Insufficient system storage\n```" },
    { name: "\u200b", value: `[Acknowledge](${DOWN.acknowledgeUrl}) · [Open the incident](${DOWN.url})` },
  ]);
});

test("a recovery stands for itself", async () => {
  const discord = await playDiscord();
  expect(await send(SETTINGS, UP_AGAIN, discord.context())).toMatchObject({ sent: true });
  expect(discord.posts[0]!.embeds[0]).toMatchObject({ title: "Up again: Mail in after 4 min", color: 0x16853e });
});

test.each([
  ["a webhook that was removed", discordError(404, 10_015, "Unknown Webhook"), "give-up", "HTTP 404: Unknown Webhook"],
  ["a revoked token", discordError(401, 50_027, "Invalid Webhook Token"), "give-up", "HTTP 401: Invalid Webhook Token"],
  [
    "a payload that Discord does not take",
    discordError(400, 50_035, "Invalid Form Body"),
    "give-up",
    "HTTP 400: Invalid Form Body",
  ],
  [
    "trouble inside Discord",
    { status: 500, body: { message: "500: Internal Server Error", code: 0 } },
    "retry",
    "HTTP 500: 500: Internal Server Error",
  ],
  ["no answer", "hang", "retry", "the server did not answer in time"],
] as const)("%s", async (_, answer, next, reason) => {
  const discord = await playDiscord(() => answer);
  expect(await send(SETTINGS, DOWN, discord.context({ deadlineMs: 400 }))).toEqual({ sent: false, next, reason });
});

test("too many messages are tried again after what Discord asks for, in its header or its body", async () => {
  const body = { message: "You are being rate limited.", retry_after: 64.57, global: false };
  const byHeader = await playDiscord(() => ({ status: 429, headers: { "Retry-After": "65" }, body }));
  expect(await send(SETTINGS, DOWN, byHeader.context())).toMatchObject({ sent: false, next: "retry", retryAfterMs: 65_000 });
  const byBody = await playDiscord(() => ({ status: 429, body }));
  expect(await send(SETTINGS, DOWN, byBody.context())).toMatchObject({ sent: false, next: "retry", retryAfterMs: 64_570 });
});

test("a wrong token is refused as Discord refuses it", async () => {
  const discord = await playDiscord();
  const outcome = await send({ webhookUrl: WEBHOOK_URL.slice(0, -4) }, DOWN, discord.context());
  expect(outcome).toEqual({ sent: false, next: "give-up", reason: "HTTP 401: Invalid Webhook Token" });
});

test.each([DEGRADED, FLAPPING, UP_AGAIN, CHANGED, TEST])("Discord takes every message ($kind)", async (message) => {
  const discord = await playDiscord();
  expect(await send(SETTINGS, message, discord.context())).toMatchObject({ sent: true });
});

describe("what others wrote is text:", () => {
  test.each(Object.entries(HOSTILE_TEXTS))("%s", async (_, text) => {
    const discord = await playDiscord();
    for (const message of [hostileMessage(text), changed(text), { ...TEST, channelName: text }]) {
      const { embeds, allowed_mentions } = discordPayload(message);
      const [{ title, description, fields }] = embeds;
      const told = [title, description, ...fields.slice(0, -1).map(({ value }) => value)];
      for (const each of told) {
        expect(readAsMarkdown(each)).not.toMatch(/[\\*_~`|<>[\]()#@]|:\//);
      }
      expect(allowed_mentions).toEqual({ parse: [] });
      expect(await send(SETTINGS, message, discord.context())).toMatchObject({ sent: true });
    }
  });
});

test("what is typed wrongly is said at its field, and where it leads without the URL", () => {
  expect(formComplaints(discordSettings, SETTINGS)).toEqual([]);
  for (const webhookUrl of [
    "",
    "https://discord.com.evil.example/api/webhooks/1/x",
    `${WEBHOOK_URL}?wait=false`,
    "http://discord.com/api/webhooks/1/x",
  ]) {
    expect(formComplaints(discordSettings, { webhookUrl })).toEqual([
      "webhookUrl: A webhook of Discord looks like https://discord.com/api/webhooks/123456/abcdef.",
    ]);
  }
  expect(discordSettings.leadsTo(SETTINGS)).toBe("a text channel, by a webhook");
});

/** What is left to be read as Markdown of a text: a code block up to its end, and what a backslash stands before, are not. */
function readAsMarkdown(text: string): string {
  const block = text.startsWith("```\n") ? text.slice(0, text.indexOf("```", 3) + 3) : "";
  return text.slice(block.length).replaceAll(/\\./g, "");
}
