import { networkInterfaces } from "node:os";
import { expect, test } from "vitest";
import { boundsOf, isAddressAllowed } from "#core/monitor/bounds.ts";
import { log } from "./log.ts";
import { findOwnAddresses } from "./own-addresses.ts";

test("this machine and the servers of its settings are its own, and a name nobody knows is left out", async () => {
  const urls = ["postgres://user:password@localhost:5432/x", "redis://[2a00:1450::6]:6379", "smtp://8.8.4.4", "http://no.invalid/"];
  const own = await findOwnAddresses(urls, log);
  const interfaces = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  expect(interfaces.length).toBeGreaterThan(0);
  expect(own).toEqual(expect.arrayContaining([...interfaces.map(({ address }) => address), "2a00:1450::6", "8.8.4.4"]));
  expect(own).toContain("127.0.0.1");

  const hosted = boundsOf({ isEmbedded: false, ports: undefined, ownAddresses: own });
  expect(["2a00:1450::6", "2A00:1450:0::6", "8.8.4.4", "::ffff:8.8.4.4"].filter((each) => isAddressAllowed(each, hosted))).toEqual(
    [],
  );
  expect(isAddressAllowed("8.8.8.8", hosted)).toBe(true);
});
