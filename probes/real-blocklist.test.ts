import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BlocklistRun } from "#core/blocklist/blocklist-run.ts";
import { blocklistTargetSchema } from "#core/blocklist/blocklist-target.ts";
import { CATALOGUE } from "#core/blocklist/catalogue/catalogue.ts";
import type { ListingReport } from "#core/blocklist/listing-report.ts";
import { isLeftOut } from "#testing/is-left-out.ts";
import { makeAskedList, playBlocklistRun } from "#testing/play-blocklist-run.ts";
import { startDnsLists, whyNoDnsList, type DnsLists } from "#testing/real/dns-list.ts";
import { runProbe } from "./probe.ts";

// The probe against rbldnsd, the server that DNS lists are served by, and what becomes of lists that behave as real ones do.

/** Answers are good for a minute, that something is not there too. */
const HEAD = ["$TTL 60", "$SOA 60 ns.example hostmaster.example 0 600 300 86400 60"];
const EVERYTHING = "0.0.0.0/0";
const LOCAL = { allowPrivate: true };

const LISTED = ":127.0.0.2:see https://list.example/?$";
const GOOD = [...HEAD, LISTED, "127.0.0.2", "192.0.2.1"];

describe.skipIf(isLeftOut(whyNoDnsList()))("against real lists", () => {
  let served: DnsLists;
  beforeAll(async () => {
    served = await startDnsLists({
      "good.example": { dataset: "ip4set", lines: GOOD },
      "twice.example": { dataset: "ip4set", lines: GOOD },
      "changing.example": { dataset: "ip4set", lines: GOOD },
      "six.example": { dataset: "ip6trie", lines: [...HEAD, LISTED, "::ffff:7f00:2", "2001:db8::1"] },
      "domain.example": { dataset: "dnset", lines: [...HEAD, ":127.0.1.2:bad $", "test", "bad.example"] },
      "dead.example": { dataset: "ip4set", lines: [...HEAD, LISTED, "198.51.100.1"] },
      "world.example": { dataset: "ip4trie", lines: [...HEAD, LISTED, EVERYTHING] },
      "public.example": { dataset: "ip4trie", lines: [...HEAD, ":127.255.255.254:Error: open resolver", EVERYTHING] },
      "outside.example": { dataset: "ip4trie", lines: [...HEAD, ":203.0.113.80:ads", EVERYTHING] },
      "rewritten.example": { dataset: "ip4trie", lines: [...HEAD, ":203.0.113.80:ads", EVERYTHING, `127.0.0.2 ${LISTED}`] },
      "bits.example": { dataset: "dnset", lines: [...HEAD, "test.uribl.com :127.0.0.14:test", "red.example :127.0.0.8:red"] },
      "k3y-of-ours.keyed.example": {
        dataset: "ip4set",
        lines: [...HEAD, ":127.0.0.2:asked as $.k3y-of-ours", "127.0.0.2", "192.0.2.1"],
      },
      "silent.example": { dataset: "ip4set", lines: GOOD, isSilent: true },
    });
  });
  afterAll(() => served?.remove());

  type Given = { now?: () => number; timeLimitMs?: number };
  const check = async (entries: readonly string[], run: BlocklistRun, { now, timeLimitMs = 20_000 }: Given = {}) => {
    const target = blocklistTargetSchema.parse({ kind: "blocklist", host: entries[0], entries });
    const options = { timeLimitMs, dnsServers: [served.resolver], blocklist: run, ...LOCAL, ...(now && { now }) };
    const result = await runProbe(target, options);
    return { ...result, report: result.facts.listings as ListingReport };
  };

  const questionsTo = async (zone: string) =>
    (await served.questions()).filter((question) => question.includes(`.${zone} `)).toSorted();

  test("an address that is listed is told with its code, its list and what that says of it", async () => {
    const run = playBlocklistRun([makeAskedList("good.example", { weight: "heavy" })]);
    const { status, reason, report, transcript } = await check(["192.0.2.1", "192.0.2.2"], run);
    expect({ status, reason }).toEqual({
      status: "down",
      reason: { code: "listing.listed", stage: "listing", reply: null, detail: "192.0.2.1 is on List good.example (127.0.0.2)." },
    });
    expect(report).toMatchObject({ pairs: 2, clean: 1, listed: 1, unknown: 0, silent: [] });
    expect(report.listings).toMatchObject([
      { entry: "192.0.2.1", codes: ["127.0.0.2"], text: "see https://list.example/?192.0.2.1" },
    ]);
    expect(transcript.map(({ text }) => text)).toContain("1.2.0.192.good.example TXT");
    expect(transcript.map(({ text }) => text)).not.toContain("2.2.0.192.good.example TXT");
  });

  test("a range is looked up address by address, IPv6 by its nibbles, a domain as it is", async () => {
    const lists = [
      makeAskedList("good.example"),
      makeAskedList("six.example", { holds: ["ipv6"] }),
      makeAskedList("domain.example", { holds: ["domain"] }),
    ];
    const entries = ["192.0.2.0/29", "2001:db8::1", "2001:db8::2", "bad.example", "good.example"];
    const { status, report } = await check(entries, playBlocklistRun(lists));
    expect(status).toBe("degraded");
    expect(report).toMatchObject({ pairs: 12, clean: 9, listed: 3, unknown: 0 });
    expect(new Map(report.listings.map(({ entry, codes }) => [entry, codes.join()]))).toEqual(
      new Map([
        ["192.0.2.1", "127.0.0.2"],
        ["2001:db8::1", "127.0.0.2"],
        ["bad.example", "127.0.1.2"],
      ]),
    );
  });

  test.each([
    ["dead.example", "test-missing"],
    ["world.example", "lists-everything"],
    ["public.example", "public-resolver"],
    ["outside.example", "rewritten"],
    ["rewritten.example", "rewritten"],
    ["nobody-has-it.example", "refused"],
    ["silent.example", "timeout"],
  ])("what %s says is not believed: %s", async (zone, why) => {
    const [alone, beside] = await Promise.all([
      check(["192.0.2.1", "198.51.100.1"], playBlocklistRun([makeAskedList(zone)])),
      check(["192.0.2.9"], playBlocklistRun([makeAskedList(zone), makeAskedList("good.example")])),
    ]);
    expect(alone).toMatchObject({ status: "unknown", reason: { code: "listing.unanswered" } });
    expect(alone.report).toMatchObject({
      clean: 0,
      listed: 0,
      unknown: 2,
      listings: [],
      silent: [{ list: zone, why, entries: 2 }],
    });
    expect(beside).toMatchObject({ status: "up", report: { clean: 1, unknown: 1, silent: [{ list: zone, why }] } });
  });

  test("codes in bits are read as the list of the catalogue has them", async () => {
    const uribl = { ...CATALOGUE.find(({ id }) => id === "uribl")!, at: "bits.example" };
    const { status, warnings, report } = await check(["red.example"], playBlocklistRun([uribl]));
    expect(report.listings).toMatchObject([{ weight: "light", says: ["Red: young or hidden, and seen in mail"] }]);
    expect({ status, warnings }).toEqual({
      status: "up",
      warnings: ["red.example is on URIBL (Red: young or hidden, and seen in mail)."],
    });
  });

  test("a list without its key is not asked, and a key stands in no result", async () => {
    const list = makeAskedList("k3y-of-ours.keyed.example", { weight: "heavy" });
    const asked = await check(["192.0.2.1"], playBlocklistRun([list], { secrets: ["k3y-of-ours"] }));
    expect(asked).toMatchObject({ status: "down", report: { listings: [{ text: "asked as 192.0.2.1.[redacted]" }] } });
    const { facts, transcript, warnings, reason } = asked;
    const told = JSON.stringify({
      ...facts,
      listings: { ...facts.listings, listings: asked.report.listings.map(({ text }) => text) },
    });
    expect(told + JSON.stringify({ transcript, warnings })).not.toContain("k3y-of-ours");
    expect(reason?.code).toBe("listing.listed");

    const before = (await served.questions()).length;
    const without = await check(["192.0.2.1"], playBlocklistRun([{ ...list, at: null }]));
    expect(without.report.silent).toMatchObject([{ why: "no-key", entries: 1 }]);
    expect(await served.questions()).toHaveLength(before);
  });

  test("an answer that is still good is not asked for again, and a list is tested once", async () => {
    const run = playBlocklistRun([makeAskedList("twice.example")]);
    const startedAt = Date.now();
    const first = await check(["192.0.2.1", "192.0.2.2"], run, { now: () => startedAt });
    const tests = ["1.0.0.127.twice.example A", "2.0.0.127.twice.example A"];
    const questions = ["1.2.0.192.twice.example A", "2.2.0.192.twice.example A"];
    expect(await questionsTo("twice.example")).toEqual([...tests, ...questions, "1.2.0.192.twice.example TXT"].toSorted());
    expect(first.report.questions).toBe(5);

    const second = await check(["192.0.2.1", "192.0.2.2"], run, { now: () => startedAt + 59_000 });
    expect(await questionsTo("twice.example")).toHaveLength(5);
    expect(second).toMatchObject({ status: "degraded", report: { listed: 1, clean: 1, questions: 0 } });

    const third = await check(["192.0.2.1", "192.0.2.2"], run, { now: () => startedAt + 61_000 });
    expect(await questionsTo("twice.example")).toEqual(
      [...tests, ...questions, ...questions, "1.2.0.192.twice.example TXT"].toSorted(),
    );
    expect(third.report.listings).toMatchObject([{ text: "see https://list.example/?192.0.2.1", listedSince: startedAt }]);
  });

  test("a listing is over when its list says so, and stands while it says nothing", async () => {
    const run = playBlocklistRun([makeAskedList("changing.example")]);
    const startedAt = Date.now();
    expect((await check(["192.0.2.1"], run, { now: () => startedAt })).status).toBe("degraded");

    await served.replace("changing.example", [...HEAD, ":127.255.255.255:too many", "127.0.0.2", "192.0.2.1"]);
    const silent = await check(["192.0.2.1"], run, { now: () => startedAt + 400_000 });
    expect(silent).toMatchObject({ status: "degraded", report: { listed: 1, silent: [{ why: "too-many" }] } });
    expect(silent.report.listings).toMatchObject([{ isStanding: true, listedSince: startedAt }]);

    await served.replace("changing.example", [...HEAD, LISTED, "127.0.0.2"]);
    const over = await check(["192.0.2.1"], run, { now: () => startedAt + 800_000 });
    expect(over).toMatchObject({ status: "up", reason: null, report: { listed: 0, clean: 1, listings: [] } });
  });

  test("questions are spread evenly, and what has no turn in time is left for the next check", async () => {
    const startedAtMs = performance.now();
    const entries = Array.from({ length: 10 }, (_, at) => `198.51.100.${at}`);
    const spread = await check(entries, playBlocklistRun([makeAskedList("good.example")], { spreadMs: 1_000 }));
    expect(spread.report).toMatchObject({ clean: 10, unknown: 0 });
    expect(performance.now() - startedAtMs).toBeGreaterThan(850);
    const asked = spread.transcript.filter(({ text }) => /^\d\.100\.51\.198\.good\.example A$/.test(text)).map(({ atMs }) => atMs);
    expect(asked.map((atMs, at) => Math.round((atMs - asked[0]!) / 100) - at).filter((off) => Math.abs(off) > 3)).toEqual([]);

    const run = playBlocklistRun([makeAskedList("good.example")], { spreadMs: 4_000 });
    const late = await check(entries, run, { timeLimitMs: 1_000 });
    expect(late.status).toBe("up");
    expect(late.report.clean).toBeLessThan(5);
    expect(late.report.unknown).toBe(10 - late.report.clean);
  });
});
