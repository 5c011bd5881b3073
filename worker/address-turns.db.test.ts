import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { paceOf } from "#core/schedule/pace.ts";
import { claimAddressTurns } from "#db/address-turn/claim-address-turns.ts";
import { deleteOldAddressTurns } from "#db/address-turn/delete-old-address-turns.ts";
import { ensureLocation } from "#db/location/ensure-location.ts";
import { pool } from "#db/pool.ts";
import { beatWorker } from "#db/worker/beat-worker.ts";
import { removeWorker } from "#db/worker/remove-worker.ts";
import { makeWorkerState } from "#testing/worker-state.ts";
import { createAddressTurns } from "./address-turns.ts";
import { log } from "./log.ts";
import { watchOutage } from "./outage.ts";

const outage = watchOutage(log, "the database");
let addresses = 0;
const newAddress = () => `192.0.2.${addresses++}`;

/** A worker that is alive, with its own count of who may connect; 1,000 a minute are more than any test here wants. */
async function worker(perMinute = 1_000) {
  const workerId = randomUUID();
  await beatWorker(workerId, await ensureLocation("local"), makeWorkerState());
  const turns = createAddressTurns(workerId, perMinute, outage);
  onTestFinished(async () => {
    await turns.stop();
    await removeWorker(workerId);
  });
  return { workerId, ...turns };
}

test("workers take turns at an address and port, and each is had by one at a time", async () => {
  const workers = [await worker(), await worker(), await worker()];
  const places = [newAddress(), newAddress()].flatMap((address) => [25, 587].map((port) => ({ address, port })));
  const open = new Map<string, number>();
  let most = 0;
  let had = 0;
  await Promise.all(
    Array.from({ length: 120 }, async (_, at) => {
      const { address, port } = places[at % places.length]!;
      const end = await workers[at % workers.length]!.takeTurn(address, port, 20_000);
      const key = `${address} ${port}`;
      open.set(key, (open.get(key) ?? 0) + 1);
      most = Math.max(most, open.get(key)!);
      await sleep(at % 7);
      open.set(key, open.get(key)! - 1);
      had += end === null ? 0 : 1;
      end?.();
    }),
  );
  expect({ most, had }).toEqual({ most: 1, had: 120 });
});

test("an address is one however it is spelled", async () => {
  const [one, other] = [await worker(), await worker()];
  expect(await one.takeTurn("2001:DB8:0::25", 25, 100)).not.toBeNull();
  expect(await other.takeTurn("2001:db8::0025", 25, 100)).toBeNull();
  expect(await one.takeTurn("2001:db8::25", 25, 100)).toBeNull();
});

test("who waits in vain is told so in time, and holds up nobody", async () => {
  const [one, other] = [await worker(), await worker()];
  const address = newAddress();
  const end = await one.takeTurn(address, 25, 1_000);
  const startedAtMs = performance.now();
  expect(await other.takeTurn(address, 25, 300)).toBeNull();
  expect(performance.now() - startedAtMs).toBeGreaterThan(290);
  end!();
  const next = await other.takeTurn(address, 25, 2_000);
  expect(next).not.toBeNull();
  next!();
});

test("a worker that is gone holds an address for its lease and no longer", async () => {
  const address = newAddress();
  expect(await claimAddressTurns("gone", [{ address, port: 25, withinMs: 0 }], 1, null)).toHaveLength(1);
  const { takeTurn } = await worker();
  expect(await takeTurn(address, 25, 300)).toBeNull();
  expect(await takeTurn(address, 25, 3_000)).not.toBeNull();
});

test("a lease is short, and lasts for as long as it is needed", async () => {
  const address = newAddress();
  const [one, other] = [await worker(), await worker()];
  const end = await one.takeTurn(address, 25, 100);
  const left = async () => {
    const text = "select extract(epoch from until - now())::float8 as s from address_turn where address = $1";
    return (await pool.query<{ s: number }>(text, [address])).rows[0]!.s;
  };
  expect(await left()).toBeLessThanOrEqual(6);
  expect(await other.takeTurn(address, 25, 8_000)).toBeNull();
  expect(await left()).toBeGreaterThan(0);
  end!();
  expect(await other.takeTurn(address, 25, 1_000)).not.toBeNull();
});

test("of all that workers ask for, no minute gets more connections to an address than it may, on all ports together", async () => {
  const address = newAddress();
  const pace = paceOf(60)!;
  const at: number[] = [];
  for (let claim = 0; claim < 300; claim++) {
    const place = { address, port: 25 + (claim % 3), withinMs: 600_000 };
    const [had] = await claimAddressTurns(`worker-${claim}`, [place], -1, pace);
    at.push(Date.now() + had!.waitMs!);
  }
  const inMinuteFrom = (start: number) => at.filter((ms) => ms >= start && ms < start + 60_000 - 1_000).length; // a second for clocks
  expect(Math.max(...at.map(inMinuteFrom))).toBeLessThanOrEqual(60);
  expect(at.filter((ms) => ms - at[0]! < 60_000).length).toBeGreaterThan(50);
});

test("who would have to wait too long for the pace gets no place in it, and the turn is free", async () => {
  const address = newAddress();
  const [one, other] = [await worker(1), await worker(1)];
  const end = await one.takeTurn(address, 25, 500);
  end!();
  await sleep(150);
  expect(await one.takeTurn(address, 25, 500)).toBeNull();
  expect(await other.takeTurn(address, 465, 500)).toBeNull();
  const { rows } = await pool.query<{ s: number }>(
    "select extract(epoch from used_until - now())::float8 as s from address_pace where address = $1",
    [address],
  );
  expect(rows[0]!.s).toBeLessThanOrEqual(60);
});

test("the pace makes a connection wait, and no longer than it must", async () => {
  const address = newAddress();
  const { takeTurn } = await worker(60);
  const startedAtMs = performance.now();
  for (let connection = 0; connection < 12; connection++) (await takeTurn(address, 25, 5_000))!();
  const tookMs = performance.now() - startedAtMs;
  expect(tookMs).toBeGreaterThan(2 * paceOf(60)!.spacingMs - 50);
});

test("a worker without a limit that is alone asks nobody, and tells who has turns when another comes", async () => {
  await pool.query("delete from worker");
  const address = newAddress();
  const one = await worker(0);
  const end = await one.takeTurn(address, 25, 5_000);
  const known = () => pool.query("select from address_turn where address = $1 and until > now()", [address]);
  expect((await known()).rowCount).toBe(0);

  const other = await worker(0);
  expect(await other.takeTurn(address, 25, 4_000)).toBeNull();
  expect((await known()).rowCount).toBe(1);
  end!();
  expect(await other.takeTurn(address, 25, 4_000)).not.toBeNull();
});

test("what nobody has connected to for an hour is forgotten", async () => {
  const address = newAddress();
  await claimAddressTurns("gone", [{ address, port: 25, withinMs: 0 }], -7_200, paceOf(60));
  await pool.query("update address_pace set used_until = now() - interval '2 hours' where address = $1", [address]);
  expect(await deleteOldAddressTurns()).toBe(1);
  const left = await pool.query("select from address_pace where address = $1", [address]);
  expect(left.rowCount).toBe(0);
});
