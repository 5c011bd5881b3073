import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { percentile } from "#core/latency/histogram.ts";
import type { FinishedCheck } from "#db/result/finished-check.ts";
import type { DueCheck } from "#db/schedule/due-check.ts";
import { sealSecret } from "#db/secret/seal-secret.ts";
import { makeResult } from "#testing/checks.ts";
import { keptLog } from "#testing/kept-log.ts";
import { createFairShares } from "./fair-shares.ts";
import type { Recorder } from "./recorder.ts";
import { createCheckRunner, type Probe } from "./run-check.ts";
import { startTally } from "./tally.ts";
import { createTurns } from "./turns.ts";

const target = (host: string) => ({ kind: "smtp", host, port: 25, tls: "none", ehloName: "probe.example.org" }) as const;

function dueCheck(wishes: Partial<DueCheck> = {}): DueCheck {
  const monitor = { monitorId: 1, teamId: 1, revision: 1, target: target("a.example"), intervalS: 10, timeLimitS: 1, sealed: null };
  return { ...monitor, memory: { hasOfferedStarttls: false, isLoginRefused: false }, slotAt: Date.now(), ...wishes };
}

function start(probe: Probe, changedAt = new Map<number, number>(), places = 100) {
  const finished: FinishedCheck[] = [];
  const recorder: Recorder = { add: async (check) => finished.push(check) > 0, stop: async () => undefined };
  const changes = {
    hasChanged: (monitorId: number, since: number) => (changedAt.get(monitorId) ?? -1) >= since,
    stop: () => undefined,
  };
  const { log, lines } = keptLog();
  const tally = startTally();
  const shares = createFairShares(places);
  const runs = { ofCheck: async () => ({}) };
  const runCheck = createCheckRunner({ locationId: 7, probe, turns: createTurns(), shares, changes, recorder, runs, tally, log });
  return { runCheck, finished, tally, lines };
}

test("a check goes to the recorder with its slot, its revision and the location", async () => {
  const { runCheck, finished } = start(async () => makeResult("up", Date.now()));
  const check = dueCheck({ monitorId: 3, revision: 4 });
  expect(await runCheck(check, Date.now())).toMatchObject({ status: "up", lateMs: expect.any(Number) });
  expect(finished).toMatchObject([{ monitorId: 3, revision: 4, locationId: 7, slotAt: check.slotAt, result: { status: "up" } }]);
});

test("monitors of blocklists hold up nobody whose target is one of their entries, and each other neither", async () => {
  let running = 0;
  let mostTogether = 0;
  const { runCheck } = start(async () => {
    mostTogether = Math.max(mostTogether, ++running);
    await sleep(20);
    running--;
    return makeResult("up", Date.now());
  });
  const lists = { kind: "blocklist", host: "a.example", port: 53, entries: ["a.example"] } as const;
  const blocklists = [2, 2, 3].map((monitorId) => dueCheck({ monitorId, target: { ...lists, entries: [...lists.entries] } }));
  await Promise.all([...blocklists, dueCheck()].map((check) => runCheck(check, Date.now())));
  expect(mostTogether).toBe(3); // the two of one monitor came one after the other
});

test("one address is probed once at a time, another one meanwhile", async () => {
  const running = new Map<string, number>();
  let most = 0;
  let mostTogether = 0;
  const { runCheck } = start(async ({ host }) => {
    running.set(host, (running.get(host) ?? 0) + 1);
    most = Math.max(most, ...running.values());
    mostTogether = Math.max(
      mostTogether,
      [...running.values()].reduce((sum, n) => sum + n),
    );
    await sleep(20);
    running.set(host, running.get(host)! - 1);
    return makeResult("up", Date.now());
  });
  const hosts = ["a.example", "a.example", "a.example", "b.example"];
  await Promise.all(hosts.map((host) => runCheck(dueCheck({ target: target(host) }), Date.now())));
  expect(most).toBe(1);
  expect(mostTogether).toBe(2);
});

test("a monitor that was changed since its check was loaded is not probed", async () => {
  const { runCheck, finished } = start(async () => makeResult("up", Date.now()), new Map([[1, Date.now()]]));
  expect(await runCheck(dueCheck(), Date.now() - 1_000)).toBe("pointless");
  expect(finished).toEqual([]);
});

test("a check is missed once the next slot of its monitor has come, and counted as that", async () => {
  const { runCheck, finished, tally } = start(async () => makeResult("up", Date.now()));
  expect(await runCheck(dueCheck({ slotAt: Date.now() - 10_000 }), Date.now())).toBe("missed");
  expect(await runCheck(dueCheck({ slotAt: Date.now() - 9_000 }), Date.now())).toMatchObject({ status: "up" });
  expect(finished).toHaveLength(1);
  expect(tally.ended()).toEqual([1, 0, 0, 0, 1]);
  expect(percentile(tally.lateness(), 1)).toBeGreaterThan(8_700);
});

/** A probe that gets no answer from slow servers until they are let go. */
function slowServers() {
  const held: (() => void)[] = [];
  const probe: Probe = async ({ host }) => {
    if (host.startsWith("slow")) await new Promise<void>((resolve) => held.push(resolve));
    return makeResult("up", Date.now());
  };
  return { probe, letGo: () => held.splice(0).forEach((go) => go()) };
}

test("a team whose share is used up waits, and holds up nobody who wants the same target", async () => {
  const { probe, letGo } = slowServers();
  const { runCheck } = start(probe, undefined, 4);
  const check = (teamId: number, host: string) => runCheck(dueCheck({ teamId, intervalS: 60, target: target(host) }), Date.now());
  const slow = [1, 2, 3].map((n) => check(1, `slow${n}.example`));
  let isOver = false;
  const waiting = check(1, "both.example").then((end) => {
    isOver = true;
    return end;
  });
  expect(await check(2, "both.example")).toMatchObject({ status: "up" });
  expect(isOver).toBe(false);
  letGo();
  expect(await Promise.all([...slow, waiting])).toMatchObject(Array.from({ length: 4 }, () => ({ status: "up" })));
});

test("a check that gets no place before the next slot of its monitor is missed", async () => {
  const { probe, letGo } = slowServers();
  const { runCheck, tally } = start(probe, undefined, 1);
  const slow = runCheck(dueCheck({ intervalS: 60, target: target("slow.example") }), Date.now());
  const almostOver = { slotAt: Date.now() - 9_900, monitorId: 2, teamId: 2, target: target("b.example") };
  expect(await runCheck(dueCheck(almostOver), Date.now())).toBe("missed");
  letGo();
  expect(await slow).toMatchObject({ status: "up" });
  expect(tally.ended()).toEqual([1, 0, 0, 0, 1]);
});

test("a probe that throws is our fault: unknown, and logged", async () => {
  const { runCheck, finished, lines } = start(() => Promise.reject(new Error("a bug")));
  await runCheck(dueCheck(), Date.now());
  expect(finished).toMatchObject([{ result: { status: "unknown", reason: { code: "check.failed" } } }]);
  expect(lines).toMatchObject([{ level: 50, msg: "a probe failed", monitorId: 1 }]);
});

test("a probe that never comes back is given up and frees the address", { timeout: 15_000 }, async () => {
  let calls = 0;
  const { runCheck, finished } = start(() =>
    ++calls === 1 ? new Promise(() => undefined) : Promise.resolve(makeResult("up", Date.now())),
  );
  await Promise.all([
    runCheck(dueCheck({ intervalS: 60 }), Date.now()),
    runCheck(dueCheck({ monitorId: 2, intervalS: 60 }), Date.now()),
  ]);
  expect(finished).toMatchObject([{ result: { status: "unknown" } }, { monitorId: 2, result: { status: "up" } }]);
});

test("a secret is opened for its own check, and one that does not open makes the check unknown", async () => {
  const owner = { teamId: 1, monitorId: 1 };
  const secrets: unknown[] = [];
  const { runCheck, finished, lines } = start(async (_, { secret }) => {
    secrets.push(secret);
    return makeResult("up", Date.now());
  });
  const secret = sealSecret(owner, "correct horse");
  await runCheck(dueCheck({ sealed: { owner, secret } }), Date.now());
  await runCheck(dueCheck({ sealed: { owner: { ...owner, monitorId: 2 }, secret } }), Date.now());
  expect(secrets).toEqual(["correct horse"]);
  expect(finished).toMatchObject([
    { result: { status: "up" } },
    { result: { status: "unknown", reason: { code: "check.failed" } } },
  ]);
  expect(lines).toMatchObject([{ level: 50, msg: "a probe failed" }]);
});

test("after a refused login no check that was loaded before tries it again, until the monitor is changed", async () => {
  const changedAt = new Map<number, number>();
  const refused: boolean[] = [];
  const { runCheck } = start(async (_, { memory }) => {
    refused.push(memory!.isLoginRefused);
    const reply = { code: 535, enhanced: "5.7.8", lines: ["Authentication failed"] };
    return makeResult("down", Date.now(), { code: "auth.reply", stage: "auth", reply, detail: null });
  }, changedAt);
  const loadedAt = Date.now();
  await runCheck(dueCheck(), loadedAt);
  await runCheck(dueCheck(), loadedAt);
  await runCheck(dueCheck({ monitorId: 2 }), loadedAt);
  await runCheck(dueCheck({ revision: 2 }), loadedAt);
  expect(refused).toEqual([false, true, false, false]);
  await sleep(2);
  changedAt.set(1, Date.now());
  await sleep(2);
  await runCheck(dueCheck({ revision: 2 }), Date.now());
  expect(refused.at(-1)).toBe(false);
});
