import fc from "fast-check";
import { expect, test } from "vitest";
import { expiry, type RdapFetched } from "./expiry.ts";

const NOW = Date.UTC(2026, 0, 1);
const found = (fetched: RdapFetched) => expiry({ domain: "example.com", fetched, now: NOW });
const codes = (json: unknown) => found({ outcome: "fetched", json }).map(({ code }) => code);
const ending = (eventDate: string, ...status: string[]) => ({
  objectClassName: "domain",
  status: ["active", ...status],
  events: [
    { eventAction: "registration", eventDate: "1995-08-14T04:00:00Z" },
    { eventAction: "expiration", eventDate },
  ],
});

test.each([
  ["2027-01-01T00:00:00Z", "expiry.good"],
  ["2026-02-01T00:00:00Z", "expiry.good"],
  ["2026-01-30T23:59:59Z", "expiry.soon"],
  ["2026-01-08T00:00:01Z", "expiry.soon"],
  ["2026-01-07T23:59:59Z", "expiry.near"],
  ["2025-12-31T23:59:59Z", "expiry.over"],
  ["2026-01-20T00:00:00+02:00", "expiry.soon"],
])("a registration until %s: %s", (date, code) => {
  expect(codes(ending(date))).toEqual([code]);
});

test("a hold is wrong, however long the registration lasts", () => {
  expect(codes(ending("2030-01-01T00:00:00Z", "client hold"))).toEqual(["expiry.held"]);
  expect(codes(ending("2025-12-01T00:00:00Z", "redemption period"))).toEqual(["expiry.held", "expiry.over"]);
});

test.each<[RdapFetched, string]>([
  [{ outcome: "no-service" }, "expiry.unavailable"],
  [{ outcome: "fetched", json: { objectClassName: "domain" } }, "expiry.unavailable"],
  [{ outcome: "not-found" }, "expiry.not-found"],
  [{ outcome: "too-often" }, "expiry.untold"],
  [{ outcome: "failed", detail: "no answer in time" }, "expiry.untold"],
  [{ outcome: "blocked" }, "expiry.untold"],
])("%j: %s", (fetched, code) => {
  expect(found(fetched).map((each) => each.code)).toEqual([code]);
});

test("any JSON can be read", () => {
  const entry = fc.record({
    eventAction: fc.constantFrom("expiration", 1, null),
    eventDate: fc.oneof(fc.string(), fc.date().map(String), fc.integer()),
  });
  const json = fc.oneof(fc.jsonValue(), fc.record({ events: fc.array(fc.oneof(entry, fc.jsonValue())), status: fc.jsonValue() }));
  fc.assert(
    fc.property(json, (value) => {
      expect(codes(value).length).toBeGreaterThan(0);
    }),
  );
});
