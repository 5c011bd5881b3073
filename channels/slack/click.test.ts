import { expect, test } from "vitest";
import { CHANGED, DOWN, HOSTILE_TEXTS, hostileMessage } from "#testing/provider/messages.ts";
import { slackClick } from "#testing/provider/slack-click.ts";
import { playSlack } from "#testing/provider/slack.ts";
import { readSlackClick, slackAnswer } from "./click.ts";
import { slackPayload } from "./payload.ts";

const LINK = new URL(DOWN.acknowledgeUrl!).searchParams.get("link");
const click = (wishes: Partial<Parameters<typeof slackClick>[0]> = {}) =>
  readSlackClick(slackClick({ message: DOWN, ...wishes }).body);

test("where Slack tells us of clicks, acknowledging is a button that carries the signed link, and otherwise a link", () => {
  expect(JSON.stringify(slackPayload(DOWN, true))).toContain(`"value":"${LINK}"`);
  expect(JSON.stringify(slackPayload(DOWN, true))).not.toContain(DOWN.acknowledgeUrl);
  expect(JSON.stringify(slackPayload(DOWN, false))).toContain(`"url":"${DOWN.acknowledgeUrl}"`);
});

test("a click says which link, who and where", () => {
  expect(click()).toMatchObject({ link: LINK, by: "roadrunner in Slack #mail" });
  expect(click({ user: { id: "U2CERLKJA" }, channel: "privategroup" })).toMatchObject({ by: "U2CERLKJA in Slack" });
  expect(click({ user: { id: "U1", name: "a\u202eb\n".repeat(99) } })!.by.length).toBeLessThan(140);
});

test("what is no press of that button is none", () => {
  expect(click({ button: 1 })).toBeNull();
  expect(click({ message: CHANGED })).toBeNull();
  for (const body of [
    "",
    "payload=",
    "payload=%7B",
    "payload=null",
    "payload=%7B%22type%22%3A%22view_submission%22%7D",
    "x".repeat(1_000),
  ]) {
    expect(readSlackClick(body)).toBeNull();
  }
});

test("the answer shows who has it in place of the button, and leaves the rest of the message as it was", async () => {
  const slack = await playSlack();
  const answer = slackAnswer(click()!, "Acknowledged by roadrunner in Slack #mail")!;
  expect(await slack.context().ask(answer)).toMatchObject({ answered: true, status: 200, body: "ok" });
  const [post] = slack.posts;
  const before = slackPayload(DOWN, true);
  expect(post).toMatchObject({ replace_original: true, text: before.text, attachments: [{ color: before.attachments[0]!.color }] });
  const shown = JSON.stringify(post);
  expect(shown).toContain("Acknowledged by roadrunner in Slack #mail");
  expect(shown).toContain("452 4.3.1 Insufficient system storage");
  expect(shown).toContain(DOWN.url);
  expect(shown).not.toContain(LINK);
});

test("it goes to Slack and nowhere else", () => {
  for (const responseUrl of [
    "https://hooks.slack.com.evil.example/actions/T/1/x",
    "http://hooks.slack.com/actions/T/1/x",
    "https://evil.example/",
  ]) {
    expect(slackAnswer(click({ responseUrl })!, "It is over.")).toBeNull();
  }
});

test.each(Object.entries(HOSTILE_TEXTS))("what others wrote stays text when a message is changed: %s", async (_, text) => {
  const slack = await playSlack();
  const message = { ...hostileMessage(text), acknowledgeUrl: DOWN.acknowledgeUrl };
  const answer = slackAnswer(click({ message })!, `Acknowledged by ${text}`)!;
  expect(await slack.context().ask(answer)).toMatchObject({ answered: true, status: 200 });
  expect(slack.posts[0]).toMatchObject({ mrkdwn: false, parse: "none", link_names: false });
  expect(slack.posts[0]!.text).not.toMatch(/[<>\n]/);
});
