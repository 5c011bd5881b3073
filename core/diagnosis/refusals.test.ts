import { expect, test } from "vitest";
import type { Reply } from "../check/reply.ts";
import type { ReplyStage } from "../reason/reason.ts";
import { filledIn, EXAMPLE_TARGET } from "./fill-in.ts";
import { REFUSALS, refusalOf } from "./refusals.ts";

/** A reply as it comes from the wire: "552 5.2.2 Mailbox full". */
function replyOf(line: string): Reply<number> {
  const text = line.slice(4);
  return { code: Number(line.slice(0, 3)), enhanced: /^\d\.\d+\.\d+/.exec(text)?.[0] ?? null, lines: [text] };
}

const SAID = REFUSALS.flatMap((refusal) => refusal.said.map((line) => ({ ...refusal, line })));

test.each(SAID)("$id: $line", ({ id, line, stages }) => {
  for (const stage of stages ?? (["mail", "rcpt"] as const)) expect(refusalOf(stage, replyOf(line))?.id).toBe(id);
});

test.each(REFUSALS)("$id has an id and words of its own, and something to do next", ({ id, title, plain, expert, next }) => {
  expect(REFUSALS.filter((other) => other.id === id || other.title === title)).toHaveLength(1);
  for (const sentence of [plain, expert]) expect(sentence).toMatch(/^[A-Z0-9][^]*\.$/);
  expect(next.map((step) => filledIn(step, EXAMPLE_TARGET)).join()).not.toMatch(/[{}]|undefined/);
  expect(next.length).toBeGreaterThan(0);
  expect(new Set(next).size).toBe(next.length);
});

test.each<[ReplyStage, string, string | null]>([
  ["rcpt", "450 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents delivery", "mailbox-disabled"],
  ["rcpt", "550 5.7.1 Unable to relay", "relaying"],
  ["rcpt", "550 5.7.1 <a@b.example>: Recipient address rejected: rejected by policy", null],
  ["auth", "535 5.7.3 Authentication unsuccessful", "wrong-password"],
  ["auth", "454 4.7.0 no", "login-broken"],
  ["starttls", "454 4.7.0 no", "tls-not-available"],
  ["starttls", "454 no", "tls-not-available"],
  ["mail", "552 no", "message-too-big"],
  ["rcpt", "552 no", "mailbox-full"],
  ["rcpt", "552 5.2.2 <spam@ehlo.example>: Recipient address rejected: Mailbox is full", "mailbox-full"],
  ["rcpt", "554 5.7.1 <ehlowatch.example[192.0.2.1]>: Client host rejected: Access denied", null],
  ["data", "552 5.2.2 <END-OF-MESSAGE>: End-of-data rejected: Mailbox is full", "mailbox-full"],
  ["greeting", "550 no", "no-service"],
  ["mail", "550 no", null],
])("at %s, %j is %s", (stage, line, id) => {
  expect(refusalOf(stage, replyOf(line))?.id ?? null).toBe(id);
});
