import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { isLeftOut } from "#testing/is-left-out.ts";
import type { scene } from "#testing/own-network/egress.ts";
import { hasAddress, inOwnNetwork, whyNoOwnNetwork } from "#testing/own-network/in-own-network.ts";
import { printFigure } from "#testing/print-figure.ts";

const hasNft = spawnSync("nft", ["--version"]).status === 0;
const why = whyNoOwnNetwork() ?? (hasNft ? null : "the rules of the kernel need nft (Debian: nftables)");

/** Addresses to come from, and somewhere to go, whoever is meant. */
const SETUP = [hasAddress("8.8.4.4"), hasAddress("2a00:1450::2"), "ip route add default dev lo", "ip -6 route add default dev lo"];

test.skipIf(isLeftOut(why))(
  "the kernel lets workers connect to public addresses at their ports and to our own servers, and nowhere else",
  async () => {
    const seen = await inOwnNetwork<typeof scene>("egress", SETUP);
    expect(seen.withoutRules.left).toBeGreaterThan(100); // a few are of no use to connect to, rules or not
    expect(seen.ofSomebodyElse).toEqual(seen.withoutRules);
    expect(seen.closed).toEqual({ tried: seen.withoutRules.tried, left: 0 });
    expect(seen.open.left).toBe(seen.open.tried);
    for (const others of seen.otherPorts) expect(others).toEqual({ tried: 2, left: 0 });
    expect(seen.webPort).toEqual({ tried: 2, left: 2 });
    expect(seen.ours).toEqual({ tried: 2, left: 2 });
    expect(seen.takenAway).toEqual(seen.withoutRules);
    printFigure(
      "S05, the kernel alone",
      `${seen.closed.left} of ${seen.closed.tried} closed addresses reached, ${seen.withoutRules.left} without its rules; ${seen.open.left} of ${seen.open.tried} open ones`,
    );
  },
);
