import { expect, test } from "vitest";
import { returnPath } from "./return-path.ts";

test.each(["/incidents/7", "/monitors?status=down#first"])("%s is gone back to", (path) => {
  expect(returnPath(path)).toBe(path);
});

test.each([
  null,
  "",
  "/",
  "https://evil.example/monitors",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "\\\\evil.example",
  "javascript:alert(1)",
  "monitors",
  "http://here.invalid/x",
])("%j leads to the monitors", (path) => {
  expect(returnPath(path)).toBe("/monitors");
});
