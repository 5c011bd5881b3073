import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import type { TakeTurn } from "#network/take-turn.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { greetingSilent } from "#testing/server/dialogues/greeting-silent.ts";
import { playDns } from "#testing/server/play-dns.ts";
import { probePlayed, TIME_LIMIT_MS } from "#testing/server/probe-played.ts";

/** Turns that come after a while; `open` is how many are had and not given back. */
function turnsAfter(waitMs: number) {
  const turns = { open: 0, asked: [] as string[] };
  const takeTurn: TakeTurn = async (address, port) => {
    turns.asked.push(`${address} ${port}`);
    await sleep(waitMs);
    turns.open++;
    return () => void turns.open--;
  };
  return { turns, takeTurn };
}

test("a check asks for its turn before it connects, and gives it back when it is over", async () => {
  const { turns, takeTurn } = turnsAfter(0);
  let openAtBanner = 0;
  const onLine = ({ text }: { text: string }) => (openAtBanner = text.startsWith("220") ? turns.open : openAtBanner);
  expect((await probePlayed(good, {}, { takeTurn, onLine })).status).toBe("up");
  expect(turns).toEqual({ open: 0, asked: [expect.stringMatching(/^127\.0\.0\.1 \d+$/)] });
  expect(openAtBanner).toBe(1);
});

test("a check whose turn does not come says nothing about the server, and has not been there", async () => {
  const result = await probePlayed([], {}, { takeTurn: () => Promise.resolve(null) });
  expect(result).toMatchObject({ status: "unknown", reason: { code: "connect.busy", stage: "connect" }, facts: { address: null } });
});

test("waiting for a turn is in no stage's time", async () => {
  const { takeTurn } = turnsAfter(250);
  const result = await probePlayed(good, {}, { takeTurn, timeLimitMs: 5_000 });
  expect(result.status).toBe("up");
  expect(result.durationMs).toBeGreaterThan(245);
  expect(result.stages.every(({ ms }) => ms < 200)).toBe(true);
  expect(result.facts.attempts![0]!.ms).toBeLessThan(200);
});

test("a stage's own limit begins after the waiting", async () => {
  const { takeTurn } = turnsAfter(250);
  const result = await probePlayed(good, {}, { takeTurn, timeLimitMs: 5_000, stageLimitsMs: { connect: 200 } });
  expect(result.status).toBe("up");
});

test("a check that ran out of time because it had to wait does not blame the server", async () => {
  const { turns, takeTurn } = turnsAfter(TIME_LIMIT_MS / 3);
  const result = await probePlayed(greetingSilent, {}, { takeTurn });
  expect(result).toMatchObject({ status: "unknown", reason: { code: "connect.busy", stage: "greeting" } });
  expect(turns.open).toBe(0);
});

test("a check that hardly waited does", async () => {
  const { takeTurn } = turnsAfter(10);
  expect(await probePlayed(greetingSilent, {}, { takeTurn })).toMatchObject({
    status: "down",
    reason: { code: "greeting.timeout" },
  });
});

test("a turn at an address that does not accept is given back before the next is asked for", async () => {
  const dns = await playDns((_, family) => (family === "A" ? ["127.0.0.9", "127.0.0.1"] : []));
  onTestFinished(() => dns.close());
  const { turns, takeTurn } = turnsAfter(0);
  const openWhenAsked: number[] = [];
  const counting: TakeTurn = (address, port, withinMs) => {
    openWhenAsked.push(turns.open);
    return takeTurn(address, port, withinMs);
  };
  const result = await probePlayed(good, { host: "mx.example" }, { takeTurn: counting, dnsServers: [dns.address] });
  expect(result).toMatchObject({ status: "up", facts: { address: "127.0.0.1" } });
  expect(openWhenAsked).toEqual([0, 0]);
  expect(turns.open).toBe(0);
});

const busyAtOne: TakeTurn = (address) => Promise.resolve(address === "127.0.0.8" ? null : () => undefined);

test("an address that was busy is not known to be dead", async () => {
  const dns = await playDns((_, family) => (family === "A" ? ["127.0.0.8", "127.0.0.9"] : []));
  onTestFinished(() => dns.close());
  const result = await probePlayed([], { host: "mx.example" }, { takeTurn: busyAtOne, dnsServers: [dns.address] });
  expect(result).toMatchObject({
    status: "unknown",
    reason: { code: "connect.busy", detail: "127.0.0.8 was busy with other checks, 127.0.0.9 ECONNREFUSED" },
  });
});
