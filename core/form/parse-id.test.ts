import { expect, test } from "vitest";
import { parseId } from "./parse-id.ts";

test("an id is a whole number that PostgreSQL can hold", () => {
  expect(parseId("1")).toBe(1);
  expect(parseId("2147483647")).toBe(2_147_483_647);
});

test.each(["", "0", "-1", "01", "1.5", "1e3", " 1", "2147483648", "99999999999", "abc", undefined, ["1"], null])(
  "%j is no id",
  (text) => {
    expect(parseId(text)).toBeNull();
  },
);
