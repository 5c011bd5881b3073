import { expect, test } from "vitest";
import { shortened } from "./shortened.ts";

test("a text that fits stays as it is", () => {
  expect(shortened("mx1", 3)).toBe("mx1");
});

test("a longer one ends with an ellipsis inside the bound", () => {
  expect(shortened("x".repeat(10_000), 20)).toBe(`${"x".repeat(19)}…`);
});

test("a character of two units is left out rather than halved", () => {
  expect(shortened("ab😀cd", 4)).toBe("ab…");
  expect(shortened("ab😀cd", 5)).toBe("ab😀…");
});
