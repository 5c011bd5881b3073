import { beforeAll, describe, expect, test } from "vitest";
import { OUT_OF_BOUNDS } from "#core/monitor/bounds.ts";
import { isLeftOut } from "#testing/is-left-out.ts";
import { INSIDE, OWN, PUBLIC_V4, PUBLIC_V6, type scene, type Seen } from "#testing/own-network/guard.ts";
import { hasAddress, inOwnNetwork, whyNoOwnNetwork } from "#testing/own-network/in-own-network.ts";
import type { scene as rebinding } from "#testing/own-network/rebinding.ts";
import { RUNS } from "#testing/own-network/rebinding.ts";
import type { scene as strangers } from "#testing/own-network/strangers.ts";
import { printFigure } from "#testing/print-figure.ts";

const BLOCKED = { status: "down", code: "connect.blocked", detail: OUT_OF_BOUNDS, addresses: [], reached: [], opened: 0 };
const PASSED_OVER = "Some of the addresses may not be watched from here and were passed over.";

describe.skipIf(isLeftOut(whyNoOwnNetwork()))("hosted, in a network where everything inside answers", () => {
  let seen: Awaited<ReturnType<typeof scene>>;
  beforeAll(async () => {
    seen = await inOwnNetwork<typeof scene>("guard", [PUBLIC_V4, PUBLIC_V6, OWN, ...INSIDE].map(hasAddress));
  }, 60_000);

  const named = (host: string): Seen => seen.names.find((each) => each.host === host)!;

  test("a public server is watched", () => {
    expect(seen.good).toMatchObject([
      { status: "up", reached: [PUBLIC_V4], opened: 1 },
      { status: "up", reached: [PUBLIC_V6], opened: 1 },
    ]);
  });

  test("no packet goes to an address that is not public, however it is spelled", () => {
    for (const each of seen.literals) expect(each).toMatchObject(BLOCKED);
    const opened = [...seen.literals, ...seen.inside].reduce((sum, each) => sum + each.opened, 0);
    expect(opened).toBe(0);
    printFigure(
      "S01, S02",
      `${seen.literals.length} literals and ${seen.inside.length} names blocked, ${opened} connections opened`,
    );
  });

  test("what is no literal is looked up as a name, and leads nowhere", () => {
    for (const each of seen.disguised) expect(each).toMatchObject({ reached: [], opened: 0 });
    expect(seen.disguised.filter(({ status }) => status === "up")).toEqual([]);
  });

  test("a public name with an address inside is not connected to", () => {
    for (const each of seen.inside) expect(each).toMatchObject(BLOCKED);
    for (const host of ["mapped.example", "chain.example", "own.example", "many.example"])
      expect(named(host)).toMatchObject(BLOCKED);
  });

  test.each([
    ["one-bad.example", PUBLIC_V4],
    ["bad-last.example", PUBLIC_V4],
    ["bad-v6.example", PUBLIC_V4],
    ["bad-v4.example", PUBLIC_V6],
  ])("of the addresses of %s only the good one is connected to, and only it is named", (host, address) => {
    const good = { status: "up", addresses: [address], reached: [address], opened: 1, warnings: [PASSED_OVER] };
    expect(named(host)).toMatchObject(good);
  });

  test("a port outside of the list is refused by the probe, whatever was saved", () => {
    expect(seen.closedPort).toMatchObject(BLOCKED);
    expect(seen.openedPort).toMatchObject({ status: "up", opened: 1 });
  });

  test("an address of our own is refused because it is on the list, and for nothing else", () => {
    expect(named("own.example")).toMatchObject(BLOCKED);
    expect(seen.ownUnlisted).toMatchObject({ status: "up", reached: [OWN] });
  });
});

describe.skipIf(isLeftOut(whyNoOwnNetwork()))("hosted", () => {
  test("a name that changes its mind is connected to where it was checked, or not at all", async () => {
    const seen = await inOwnNetwork<typeof rebinding>("rebinding", ["8.8.8.8", "10.0.0.1"].map(hasAddress));
    expect(Object.keys(seen.codes).toSorted()).toEqual(["connect.blocked", "up"]);
    expect(seen.codes["connect.blocked"]! + seen.codes.up!).toBe(RUNS);
    expect(seen).toMatchObject({ stray: 0, reachedInside: 0, reachedPublic: seen.codes.up, opened: seen.codes.up });
    printFigure(
      "S03",
      `${seen.reachedInside} of ${RUNS} connections went inside; ${seen.codes["connect.blocked"]} runs were refused`,
    );
  }, 60_000);

  test("what answers on port 25 and is no SMTP server is not shown to strangers", async () => {
    const met = await inOwnNetwork<typeof strangers>("strangers", [hasAddress("8.8.8.8")]);
    expect(met.hosted.filter(({ shows }) => shows)).toEqual([]);
    for (const { notes } of met.hosted) expect(notes).toContainEqual(expect.stringMatching(/^[1-9]\d* bytes that are no reply$/));
    expect(met.embedded.filter(({ shows }) => !shows)).toEqual([]);
    expect(met.hosted.map(({ name, code }) => ({ name, code }))).toEqual(met.embedded.map(({ name, code }) => ({ name, code })));
    expect(met.greetings.map(({ banner }) => banner)).toEqual(["mx.example at your service", "mx.example at nobody's service"]);
    printFigure("S06", `${met.hosted.length} strangers met, 0 shown`);
  }, 60_000);
});
