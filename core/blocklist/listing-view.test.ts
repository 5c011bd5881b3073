import { expect, test } from "vitest";
import type { AskedList } from "./blocklist-run.ts";
import { ANY_CODE, type Weight } from "./dns-list.ts";
import { stateAfter } from "./listing-state.ts";
import { listingView } from "./listing-view.ts";
import type { Reading } from "./read-listing.ts";

const list = (id: string, weight: Weight): AskedList => ({
  id,
  name: id.toUpperCase(),
  zone: `${id}.example`,
  at: `${id}.example`,
  operator: "Somebody",
  holds: ["ipv4"],
  weight,
  why: "",
  codes: ANY_CODE,
  terms: { says: "", url: "" },
  delistUrl: `https://${id}.example/delist`,
});
const state = (entry: string, of: string, reading: Reading) =>
  stateAfter(undefined, { entry, list: of, reading, ttlS: 60, text: "see there", now: 1_000 });
const listed = (weight: Weight): Reading => ({ state: "listed", codes: ["127.0.0.2"], says: ["spam"], weight });

test("what is listed comes first, the heaviest before the others, then what is not known; what was never asked waits", () => {
  const states = [
    state("192.0.2.0", "a", { state: "clean" }),
    state("192.0.2.0", "b", { state: "unknown", why: "timeout", detail: null }),
    state("192.0.2.1", "a", listed("medium")),
    state("192.0.2.1", "b", listed("heavy")),
    state("203.0.113.1", "a", listed("heavy")), // was taken out of the monitor
  ];
  const view = listingView(["192.0.2.0/31", "192.0.2.9"], [list("a", "medium"), list("b", "heavy")], states, 2_000);
  expect(view).toMatchObject({ entries: 3, lists: 2, counts: { listed: 2, unknown: 1, clear: 1, waiting: 2 } });
  expect(view.rows.map(({ entry, list: of, state: is }) => [is, entry, of])).toEqual([
    ["listed", "192.0.2.1", "b"],
    ["listed", "192.0.2.1", "a"],
    ["unknown", "192.0.2.0", "b"],
    ["waiting", "192.0.2.9", "b"],
    ["waiting", "192.0.2.9", "a"],
    ["clear", "192.0.2.0", "a"],
  ]);
  expect(view.rows[0]).toMatchObject({
    says: "127.0.0.2, spam",
    text: "see there",
    since: 1_000,
    delistUrl: "https://b.example/delist",
  });
  expect(view.rows[2]!.why).toBe("No answer came in time.");
});

test("of many only the first rows are shown, and all are counted", () => {
  const view = listingView(["192.0.2.0/24"], [list("a", "light")], [], 0);
  expect(view.counts.waiting).toBe(256);
  expect(view.rows).toHaveLength(200);
});
