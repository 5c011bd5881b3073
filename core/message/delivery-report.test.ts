import { expect, test } from "vitest";
import { hasReachedNobody } from "./delivery-report.ts";

test.each([
  ["delivered", false, false],
  ["answered", false, false],
  ["unanswered", true, true],
  ["busy", true, true],
  ["undelivered", true, true],
  ["missing", false, true],
] as const)("%s: a text has reached nobody (%s), a call has (%s)", (state, text, call) => {
  expect([hasReachedNobody(state, "sms"), hasReachedNobody(state, "phone")]).toEqual([text, call]);
});
