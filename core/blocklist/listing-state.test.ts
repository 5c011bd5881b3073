import { expect, test } from "vitest";
import type { Weight } from "./dns-list.ts";
import { judgeListings } from "./judge-listings.ts";
import { listingReport } from "./listing-report.ts";
import { isListed, stateAfter, type ListingState } from "./listing-state.ts";
import type { Reading } from "./read-listing.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
const listed = (weight: Weight): Reading => ({ state: "listed", codes: ["127.0.0.2"], says: ["spam"], weight });
const silent: Reading = { state: "unknown", why: "public-resolver", detail: "127.255.255.254" };

/** What is known after one question after the other, each a minute later. */
function after(...readings: Reading[]): ListingState {
  let state: ListingState | undefined;
  for (const [at, reading] of readings.entries())
    state = stateAfter(state, { entry: "192.0.2.1", list: "one", reading, ttlS: 900, text: "see there", now: (at + 1) * MINUTE });
  return state!;
}

test("a listing is known since it was first seen, and over when its list says so", () => {
  expect(after({ state: "clean" }, listed("heavy"), listed("heavy"))).toMatchObject({ listedSince: 2 * MINUTE, text: "see there" });
  expect(after(listed("heavy"), { state: "clean" })).toMatchObject({ state: "clean", listedSince: null, codes: [], text: null });
  expect(after(listed("heavy"), { state: "clean" }, listed("heavy"))).toMatchObject({ listedSince: 3 * MINUTE });
});

test("an answer is good for its time to live, one that tells nothing for five minutes, and none for more than a day", () => {
  expect(after(listed("heavy")).dueAt).toBe(MINUTE + 900_000);
  expect(after(silent).dueAt).toBe(MINUTE + 300_000);
  const long = stateAfter(undefined, {
    entry: "a.example",
    list: "one",
    reading: { state: "clean" },
    ttlS: 604_800,
    text: null,
    now: 0,
  });
  expect(long.dueAt).toBe(DAY);
});

test("a listing stands while its list does not answer, for a week", () => {
  const standing = after(listed("heavy"), silent);
  expect(standing).toMatchObject({
    state: "unknown",
    why: "public-resolver",
    listedSince: MINUTE,
    weight: "heavy",
    text: "see there",
  });
  expect(isListed(standing, MINUTE + 6 * DAY)).toBe(true);
  expect(isListed(standing, MINUTE + 8 * DAY)).toBe(false);
  expect(isListed(after(silent), MINUTE)).toBe(false);
});

const verdictOf = (...states: ListingState[]) =>
  judgeListings(listingReport([{ id: "one", name: "One" }], { pairs: states.length, states, questions: 0, now: 5 * MINUTE }));

test.each([
  ["heavy", "down", "listing.listed"],
  ["medium", "degraded", "listing.light"],
] as const)("on a %s list is %s", (weight, status, code) => {
  expect(verdictOf(after({ state: "clean" }), after(listed(weight)))).toEqual({
    status,
    reason: { code, stage: "listing", reply: null, detail: "192.0.2.1 is on One (spam)." },
    warnings: [],
  });
});

test("on a light list is a warning", () => {
  expect(verdictOf(after(listed("light")))).toEqual({ status: "up", reason: null, warnings: ["192.0.2.1 is on One (spam)."] });
});

test("of several the heaviest is told", () => {
  expect(verdictOf(after(listed("medium")), after(listed("light")), after(listed("heavy")))).toMatchObject({
    status: "down",
    reason: { code: "listing.listed", detail: "192.0.2.1 is on One (spam). 1 more in the table." },
    warnings: ["192.0.2.1 is on One (spam)."],
  });
});

test("one list that answered is enough to know; none is unknown, with the reason", () => {
  expect(verdictOf(after(silent), after({ state: "clean" }))).toMatchObject({ status: "up" });
  expect(verdictOf(after(silent))).toMatchObject({
    status: "unknown",
    reason: { code: "listing.unanswered", detail: expect.stringMatching(/^One: The list does not answer public resolvers/) },
  });
});

test("what could not be asked is counted with its reason", () => {
  const states = [after(silent), after({ state: "clean" }), after(listed("heavy"), silent)];
  expect(listingReport([{ id: "one", name: "One" }], { pairs: 5, states, questions: 3, now: 5 * MINUTE })).toMatchObject({
    pairs: 5,
    clean: 1,
    listed: 1,
    unknown: 3,
    questions: 3,
    listings: [{ isStanding: true }],
    silent: [{ list: "one", listName: "One", why: "public-resolver", entries: 2 }],
  });
});
