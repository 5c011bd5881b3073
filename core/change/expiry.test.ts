import { expect, test } from "vitest";
import { expiryOf } from "./expiry.ts";

const END = Date.parse("2026-12-30T00:00:00Z");
const DAY_MS = 86_400_000;
const certificate = {
  subject: "CN=mx1.example.com",
  issuer: "CN=R11",
  names: [],
  notBefore: "2026-10-01T00:00:00.000Z",
  notAfter: new Date(END).toISOString(),
  fingerprint256: "AA:BB",
};

test.each([
  [30.001, null, null],
  [30, 30, 30],
  [14.5, 30, 15],
  [14, 14, 14],
  [13.999, 14, 14],
  [7, 7, 7],
  [6.2, 7, 7],
  [1, 1, 1],
  [0.5, 1, 1],
  [0, 1, 0],
  [-3, 1, 0],
])("%d days before its end it is within %s days, and ends in %s", (before, days, daysLeft) => {
  const expiry = expiryOf(certificate, END - before * DAY_MS);
  expect([expiry?.days ?? null, expiry?.daysLeft ?? null]).toEqual([days, daysLeft]);
});

test("an end that is no date is none", () => {
  expect(expiryOf({ ...certificate, notAfter: "soon" }, END)).toBeNull();
});
