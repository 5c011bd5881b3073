import { expect, test } from "vitest";
import { READY_MADE, writeReadyMade } from "./ready-made/ready-made-scripts.ts";
import { receivesMail } from "./receives-mail.ts";

test("of the ready-made scripts the one that goes inside out receives mail", () => {
  expect(READY_MADE.filter((each) => receivesMail(writeReadyMade(each, {}))).map(({ name }) => name)).toEqual(["Inside out"]);
});

test.each([
  ["  - { inbound: receive }", true],
  ["to: '${inbound}'", true],
  ["to: '$${inbound}'", false],
  ["to: inbound@example.com", false],
  ["to: '${inbound", false],
])("%s: %s", (line, receives) => {
  expect(receivesMail(`version: 1\nsteps:\n${line}\n`)).toBe(receives);
});
