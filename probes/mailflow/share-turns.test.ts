import { expect, test } from "vitest";
import { shareTurns } from "./share-turns.ts";

/** Turns as a worker gives them: one at a time to an address. */
function giveTurns() {
  const held = new Set<string>();
  const given: string[] = [];
  const takeTurn = async (address: string) => {
    if (held.has(address)) return null;
    held.add(address);
    given.push(address);
    return () => void held.delete(address);
  };
  return { takeTurn, held, given };
}

test("connections of one script to one address have one turn, until the last of them is over", async () => {
  const { takeTurn, held, given } = giveTurns();
  const shared = shareTurns(takeTurn);
  const [smtp, imap] = [await shared("192.0.2.1", 25, 100), await shared("192.0.2.1", 993, 100)];
  expect(given).toEqual(["192.0.2.1"]);
  smtp!();
  smtp!();
  expect(held.size).toBe(1);
  imap!();
  expect(held.size).toBe(0);
  expect(await shared("192.0.2.1", 995, 100)).not.toBeNull();
  expect(given).toEqual(["192.0.2.1", "192.0.2.1"]);
});

test("where another check has the address, a script waits as any check does", async () => {
  const { takeTurn } = giveTurns();
  await takeTurn("192.0.2.1");
  const shared = shareTurns(takeTurn);
  expect(await shared("192.0.2.1", 25, 100)).toBeNull();
  expect(await shared("192.0.2.2", 25, 100)).not.toBeNull();
});
