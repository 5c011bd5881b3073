import { expect, test } from "vitest";
import { checkIdText, parseCheckId } from "./check-id.ts";

test("the name of a check is read back as it was written", () => {
  const check = { slotAt: 1_800_000_000_123, locationId: 1 };
  expect(parseCheckId(checkIdText(check))).toEqual(check);
});

test.each(["", "1", "1-", "-1-1", "1-1-1", "1e3-1", "1-99999", `${"9".repeat(20)}-1`, "1 -1", "a-b"])(
  "%j names no check",
  (text) => {
    expect(parseCheckId(text)).toBeNull();
  },
);
