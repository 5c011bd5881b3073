import pg from "pg";
import { expect, test } from "vitest";
import { isWorthRetrying, saysNotNow } from "./is-worth-retrying.ts";

const fromDatabase = (code: string) =>
  Object.assign(new pg.DatabaseError("as the server says", 1, "error"), { code, severity: "FATAL" });

test.each([
  ["57P01", true], // terminating connection due to administrator command
  ["57P03", true], // cannot connect now
  ["53300", true], // too many connections
  ["40P01", true], // deadlock
  ["23505", false], // unique violation
  ["42601", false], // syntax error
])("what the database says with %s may go well later: %s", (code, isPassing) => {
  expect([isWorthRetrying(fromDatabase(code)), saysNotNow(fromDatabase(code))]).toEqual([isPassing, isPassing]);
});

test("an error of the driver may go well later, but is not the database's own word", () => {
  const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  expect([isWorthRetrying(refused), saysNotNow(refused)]).toEqual([true, false]);
});

test("a fault of ours is neither", () => {
  expect([isWorthRetrying(new TypeError("x is undefined")), saysNotNow(new TypeError("x is undefined"))]).toEqual([false, false]);
  expect([isWorthRetrying("text"), saysNotNow("text")]).toEqual([false, false]);
});
