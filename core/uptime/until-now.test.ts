import { expect, test } from "vitest";
import { untilNow } from "./until-now.ts";
import { uptimeOf, type StatusChange } from "./uptime.ts";

const up: StatusChange = { at: 100, from: "unknown", to: "up" };

test("a monitor nobody checks any more is not counted as up since its last check", () => {
  const changes = untilNow([up], { status: "unknown", since: new Date(600) });
  expect(uptimeOf(changes, 100, 1_100).ms).toMatchObject({ up: 500, unknown: 500 });
});

test("where the last change says what is shown, nothing is added", () => {
  expect(untilNow([up], { status: "up", since: new Date(100) })).toEqual([up]);
  expect(untilNow([], { status: "unknown", since: new Date(0) })).toEqual([]);
});

test("what is shown never begins before the last change", () => {
  expect(untilNow([up], { status: "unknown", since: new Date(1) }).at(-1)!.at).toBe(100);
});
