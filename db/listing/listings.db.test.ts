import { beforeEach, expect, test } from "vitest";
import { stateAfter, type ListingState } from "#core/blocklist/listing-state.ts";
import type { Reading } from "#core/blocklist/read-listing.ts";
import type { Monitor, Team } from "#prisma/generated/client.ts";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { prisma } from "../client.ts";
import { deleteMonitor } from "../monitor/delete-monitor.ts";
import { deleteOldListings } from "./delete-old-listings.ts";
import { keepListings } from "./keep-listings.ts";
import { listListingChanges } from "./list-listing-changes.ts";
import { loadListings } from "./load-listings.ts";
import { readListings } from "./read-listings.ts";

const LISTED: Reading = { state: "listed", codes: ["127.0.0.2", "127.0.0.4"], says: ["sent spam"], weight: "heavy" };
const CLEAN: Reading = { state: "clean" };
const SILENT: Reading = { state: "unknown", why: "timeout", detail: null };
const DAY = 86_400_000;

let team: Team;
let monitor: Monitor;
let startedAt: number;
beforeEach(async () => {
  team = await makeTeam();
  monitor = await makeMonitor(team);
  startedAt = Math.floor(Date.now() / 1_000) * 1_000 - 3_600_000;
});

/** What was heard a while after the beginning, on top of what is kept. */
async function hear(
  reading: Reading,
  { at = 0, entry = "192.0.2.1", list = "one" } = {},
): Promise<{ state: ListingState; changes: number }> {
  const before = (await loadListings(monitor.id)).find((known) => known.entry === entry && known.list === list);
  const state = stateAfter(before, { entry, list, reading, ttlS: 300, text: "see\0there", now: startedAt + at });
  return { state, changes: await keepListings(monitor.id, [state]) };
}
const changes = async () =>
  (await listListingChanges(team.id, monitor.id, 10)).map(({ isListed, at }) => [isListed, at - startedAt]);

const delistedAt = async () => (await prisma.listing.findFirstOrThrow({ where: { monitorId: monitor.id } })).delistedAt?.getTime();

test("what was heard is known to the next check, as it was", async () => {
  const { state } = await hear(LISTED);
  await hear(SILENT, { entry: "2001:db8::1" });
  expect(await loadListings(monitor.id)).toHaveLength(2);
  expect(await loadListings(monitor.id)).toContainEqual({ ...state, text: "see\u{fffd}there" });
  expect(await readListings(team.id, monitor.id)).toHaveLength(2);
  expect(await readListings((await makeTeam()).id, monitor.id)).toEqual([]);
});

test("what comes onto a list and off it is written down once, with what the list said", async () => {
  expect((await hear(CLEAN)).changes).toBe(0);
  expect((await hear(LISTED, { at: 1_000 })).changes).toBe(1);
  expect((await hear(LISTED, { at: 2_000 })).changes).toBe(0);
  expect((await hear(SILENT, { at: 3_000 })).changes).toBe(0);
  expect((await hear(CLEAN, { at: 4_000 })).changes).toBe(1);
  expect((await hear(LISTED, { at: 5_000 })).changes).toBe(1);
  expect(await changes()).toEqual([
    [true, 5_000],
    [false, 4_000],
    [true, 1_000],
  ]);
  const [, over] = await listListingChanges(team.id, monitor.id, 10);
  expect(over).toMatchObject({ codes: ["127.0.0.2", "127.0.0.4"], text: "see\u{fffd}there" });
  expect(await listListingChanges((await makeTeam()).id, monitor.id, 10)).toEqual([]);
});

test("when a listing was over is kept until the next", async () => {
  await hear(LISTED);
  await hear(CLEAN, { at: 1_000 });
  await hear(CLEAN, { at: 2_000 });
  expect(await delistedAt()).toBe(startedAt + 1_000);
  await hear(LISTED, { at: 3_000 });
  expect(await delistedAt()).toBeUndefined();
});

test("what was asked earlier than what is known is no news, however many say it at once", async () => {
  const { state } = await hear(LISTED, { at: 1_000 });
  const late = stateAfter(undefined, { entry: "192.0.2.1", list: "one", reading: CLEAN, ttlS: 300, text: null, now: startedAt });
  expect(await keepListings(monitor.id, [late])).toBe(0);
  expect(await keepListings(monitor.id, [state])).toBe(0);
  const now = stateAfter(state, { entry: "192.0.2.1", list: "one", reading: CLEAN, ttlS: 300, text: null, now: startedAt + 2_000 });
  const together = await Promise.all(Array.from({ length: 10 }, () => keepListings(monitor.id, [now])));
  expect(together.toSorted((a, b) => b - a).slice(0, 2)).toEqual([1, 0]);
  expect(await changes()).toEqual([
    [false, 2_000],
    [true, 1_000],
  ]);
});

test("of a monitor that was deleted nothing is kept", async () => {
  const { state } = await hear(LISTED);
  await deleteMonitor(team.id, monitor.id);
  expect(await keepListings(monitor.id, [{ ...state, askedAt: Date.now() }])).toBe(0);
  expect(await prisma.listing.count({ where: { monitorId: monitor.id } })).toBe(0);
});

test("what nobody asks about any more is forgotten after a month, what happened after a year", async () => {
  await hear(LISTED);
  await hear(LISTED, { at: -31 * DAY, list: "other" });
  await hear(LISTED, { at: -367 * DAY, list: "gone" });
  expect(await deleteOldListings()).toBe(2);
  expect((await loadListings(monitor.id)).map(({ list }) => list)).toEqual(["one"]);
  expect(await changes()).toHaveLength(2);
});
