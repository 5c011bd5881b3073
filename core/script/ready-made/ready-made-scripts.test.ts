import { expect, test } from "vitest";
import { setInScript } from "../edit-script.ts";
import { outlineOf, secretsOf } from "../outline.ts";
import { readScript } from "../read-script.ts";
import { READY_MADE, writeReadyMade } from "./ready-made-scripts.ts";
import { QUESTIONS, type Question } from "./ready-made.ts";

test.each(READY_MADE)("$name is a script, with its examples and with answers", (readyMade) => {
  const answers = { submission: "smtp.one.example", imap: "imap.two.example", recipient: "in@three.example", mx: "192.0.2.1" };
  expect(readScript(writeReadyMade(readyMade, {})).problems).toBeNull();
  const text = writeReadyMade(readyMade, answers);
  expect(readScript(text).problems).toBeNull();
  const { asks } = readyMade;
  for (const [question, answer] of Object.entries(answers)) expect(text.includes(answer)).toBe(asks.includes(question as Question));
});

test.each(READY_MADE)("a change in a form leaves the rest of $name as it was, comments and all", (readyMade) => {
  const text = writeReadyMade(readyMade, {});
  expect(setInScript(text, ["deadline"], "45s")).toBe(text.replace(/deadline: \w+/, "deadline: 45s"));
});

test.each(["a: b # c, d } 'e'", "a, b", '"', "12", "- a", "${inbound}"])("%s is answered, and stays one value", (answer) => {
  const { asks } = READY_MADE[0]!;
  const answers = Object.fromEntries(asks.map((question) => [question, answer]));
  const text = writeReadyMade(READY_MADE[0]!, answers);
  expect(outlineOf(text)!.servers.map(({ server }) => server.host)).toEqual(Array(2).fill(answer));
  expect(outlineOf(text)!.steps[3]!.step).toMatchObject({ username: answer, secret: "submission" });
});

test("every question is asked by one of them, and the round trip needs two passwords", () => {
  expect(new Set(READY_MADE.flatMap(({ asks }) => asks))).toEqual(new Set(Object.keys(QUESTIONS)));
  expect(secretsOf(outlineOf(writeReadyMade(READY_MADE[0]!, {}))!)).toEqual(["submission", "mailbox"]);
});
