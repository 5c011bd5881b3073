import { expect, test } from "vitest";
import { isLoginRefusal } from "./is-login-refusal.ts";
import type { Reason } from "./reason.ts";

const replied = (code: number, reason: Partial<Reason> = {}): Reason => ({
  code: "auth.reply",
  stage: "auth",
  reply: { code, enhanced: null, lines: ["no"] },
  detail: null,
  ...reason,
});

test.each([500, 504, 530, 534, 535, 538, 550, 554])("AUTH answered with %d is a refusal for good", (code) => {
  expect(isLoginRefusal(replied(code))).toBe(true);
});

test.each([421, 432, 451, 454])("AUTH answered with %d is none: the server may say otherwise later", (code) => {
  expect(isLoginRefusal(replied(code))).toBe(false);
});

test("another stage, a lost connection and a good check refuse no login", () => {
  expect(isLoginRefusal(replied(550, { code: "rcpt.reply", stage: "rcpt" }))).toBe(false);
  expect(isLoginRefusal({ code: "auth.closed", stage: "auth", reply: null, detail: null })).toBe(false);
  expect(isLoginRefusal(null)).toBe(false);
});
