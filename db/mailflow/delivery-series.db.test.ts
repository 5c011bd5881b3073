import { beforeEach, expect, test } from "vitest";
import type { Monitor, Team } from "#prisma/generated/client.ts";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { prisma } from "../client.ts";
import { deliverySeries } from "./delivery-series.ts";
import { makeToken } from "./make-token.ts";

const HOUR_MS = 3_600_000;
const NOW = Date.UTC(2026, 10, 20, 12, 30);

let team: Team;
let monitor: Monitor;

beforeEach(async () => {
  team = await makeTeam();
  monitor = await makeMonitor(team);
});

/** A run that began so many ms before now, and what became of it. */
function run(agoMs: number, end: { delayMs?: number; isJunk?: boolean; outcome?: string | null }) {
  const sentAt = new Date(NOW - agoMs);
  const { delayMs, isJunk = false, outcome = "accepted" } = end;
  const found = delayMs !== undefined && {
    foundAt: sentAt,
    arrivedAt: new Date(sentAt.getTime() + delayMs),
    isJunk,
    folder: "INBOX",
  };
  const owner = { teamId: team.id, monitorId: monitor.id, revision: 1 };
  return prisma.mailflowRun.create({ data: { token: makeToken(), ...owner, slotAt: sentAt, sentAt, outcome, ...found } });
}

test("delays, loss and junk are counted by the hour, and together", async () => {
  for (let at = 1; at <= 100; at++) await run(2 * HOUR_MS + at * 1_000, { delayMs: at * 1_000 });
  await run(5 * HOUR_MS, { delayMs: 400_000, isJunk: true });
  await run(5 * HOUR_MS + 1_000, { outcome: "accepted" });
  const { buckets, overall } = await deliverySeries(team.id, monitor.id, "24h", NOW);
  expect(buckets).toHaveLength(24);
  const [at7, at10] = [Date.UTC(2026, 10, 20, 7), Date.UTC(2026, 10, 20, 10)];
  expect(buckets.filter(({ sent }) => sent > 0)).toEqual([
    { from: at7, to: at7 + HOUR_MS, sent: 2, found: 1, junk: 1, lost: 1, delay: { p50: 400_000, p95: 400_000, p99: 400_000 } },
    { from: at10, to: at10 + HOUR_MS, sent: 100, found: 100, junk: 0, lost: 0, delay: { p50: 50_000, p95: 95_000, p99: 99_000 } },
  ]);
  expect(overall).toEqual({ sent: 102, found: 101, junk: 1, lost: 1, delay: { p50: 51_000, p95: 96_000, p99: 100_000 } });
});

test("one that is still being waited for is not lost, and one that arrives after all is lost no more", async () => {
  await run(60_000, {});
  const late = await run(HOUR_MS, {});
  const lost = async () => (await deliverySeries(team.id, monitor.id, "24h", NOW)).overall.lost;
  expect(await lost()).toBe(1);
  const arrivedAt = new Date(NOW);
  await prisma.mailflowRun.update({
    where: { token: late.token },
    data: { foundAt: arrivedAt, arrivedAt, isJunk: false, folder: "INBOX" },
  });
  expect(await lost()).toBe(0);
});

test("what was not accepted is no loss, but one that arrived was sent", async () => {
  await run(HOUR_MS, { outcome: "unconfirmed" });
  await run(HOUR_MS + 1_000, { outcome: null });
  await run(HOUR_MS + 2_000, { outcome: "unconfirmed", delayMs: 2_000 });
  const { overall } = await deliverySeries(team.id, monitor.id, "7d", NOW);
  expect(overall).toEqual({ sent: 1, found: 1, junk: 0, lost: 0, delay: { p50: 2_000, p95: 2_000, p99: 2_000 } });
});

test("each window has its buckets, and a team sees nothing of another's monitor", async () => {
  await run(80 * 24 * HOUR_MS, { delayMs: 1 });
  await run(100 * 24 * HOUR_MS, { delayMs: 1 });
  const lengths = { "1h": 12, "24h": 24, "7d": 28, "30d": 30, "90d": 90 } as const;
  for (const window of ["1h", "24h", "7d", "30d", "90d"] as const) {
    const { buckets, overall } = await deliverySeries(team.id, monitor.id, window, NOW);
    expect([buckets.length, overall.sent], `over ${window}`).toEqual([lengths[window], window === "90d" ? 1 : 0]);
    expect(buckets.at(-1)!.to).toBeGreaterThan(NOW);
  }
  const stranger = await makeTeam();
  expect((await deliverySeries(stranger.id, monitor.id, "90d", NOW)).overall).toMatchObject({ sent: 0, delay: null });
});
