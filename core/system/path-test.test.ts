import { expect, test } from "vitest";
import { lateSentence, latePart, pathTestTarget, type PathTest, type PathTestSettings } from "./path-test.ts";

const settings: PathTestSettings = {
  wished: undefined,
  isEmbedded: true,
  mailboxPort: 2526,
  smtpUrls: ["smtp://127.0.0.1:2526"],
  references: ["submission.example:587", "mx.example:25"],
};

test.each<[string, Partial<PathTestSettings>, ReturnType<typeof pathTestTarget>]>([
  ["the one that is wished", { wished: "[2001:db8::1]:2525" }, { host: "2001:db8::1", port: 2525 }],
  ["the built-in mailbox, where mail goes there", {}, { host: "127.0.0.1", port: 2526 }],
  ["one that always answers, where mail goes elsewhere", { smtpUrls: ["smtp://relay.example"] }, { host: "mx.example", port: 25 }],
  ["or where loopback may not be watched", { isEmbedded: false }, { host: "mx.example", port: 25 }],
  [
    "at another port where there is none at 25",
    { isEmbedded: false, references: ["a.example:587"] },
    { host: "a.example", port: 587 },
  ],
  ["none where there is none to choose", { isEmbedded: false, references: [] }, null],
])("the path test checks %s", (_, wished, target) => {
  expect(pathTestTarget({ ...settings, ...wished })).toEqual(target);
});

const NOW = Date.UTC(2026, 10, 28, 12);
const ago = (seconds: number) => NOW - seconds * 1_000;
const well: PathTest = {
  everyS: 60,
  since: ago(86_400),
  checkedAt: ago(70),
  passedAt: ago(70),
  queuedAt: ago(69),
  sentAt: ago(68),
  reason: null,
  answer: null,
};

test.each<[string, Partial<PathTest>, ReturnType<typeof latePart>]>([
  ["none, a little after a minute", {}, null],
  [
    "the check, where nothing is recorded any more",
    { checkedAt: ago(200), passedAt: ago(200), queuedAt: ago(199) },
    { part: "check", since: ago(200) },
  ],
  [
    "the verdict, where checks fail",
    { passedAt: ago(200), queuedAt: ago(199), sentAt: ago(198) },
    { part: "verdict", since: ago(200) },
  ],
  ["the outbox", { queuedAt: ago(199), sentAt: ago(198) }, { part: "outbox", since: ago(199) }],
  ["the watcher", { sentAt: ago(198) }, { part: "watcher", since: ago(198) }],
  ["the watcher that never took one", { sentAt: null }, { part: "watcher", since: ago(86_400) }],
  ["none yet, where it was just set up", { since: ago(10), checkedAt: null, passedAt: null, queuedAt: null, sentAt: null }, null],
])("what is late is %s", (_, wished, late) => {
  expect(latePart({ ...well, ...wished }, NOW)).toEqual(late);
});

test("each part says what it means that it is late, and why where that is known", () => {
  expect(lateSentence({ ...well, reason: "connect.refused" }, "verdict")).toBe(
    "The path test fails (connect.refused), so the outside watcher hears nothing",
  );
  expect(lateSentence({ ...well, answer: "HTTP 404: no such check" }, "watcher")).toBe(
    "No sign of life reaches the outside watcher (HTTP 404: no such check)",
  );
});
