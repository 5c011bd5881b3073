import { beforeAll, expect, test } from "vitest";
import type { Status } from "#core/check/status.ts";
import { ensureLocation } from "#db/location/ensure-location.ts";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import type { Monitor } from "#prisma/generated/client.ts";
import { makeCheck } from "#testing/checks.ts";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import type { FinishedCheck } from "./finished-check.ts";
import { recordResults } from "./record-results.ts";

const START = Math.ceil(Date.now() / 60_000) * 60_000 + 60_000; // after the monitors were made
const MINUTES = 25;

beforeAll(() => ensurePartitions(START));

test("two recorders with the same monitors never wait for each other in a circle, whatever each of them sees", async () => {
  const team = await makeTeam();
  const monitors: Monitor[] = [];
  for (let n = 0; n < 40; n++) monitors.push(await makeMonitor(team, { policy: { intervalS: 60, confirmations: 9 } }));
  const there = await ensureLocation("there");

  /** What one of them sees: every other monitor works. */
  const seen = async (minute: number, offset: number, locationId?: number): Promise<FinishedCheck[]> => {
    const statusOf = (index: number): Status => (minute > 0 && (index + offset) % 2 === 0 ? "degraded" : "up");
    const slotAt = START + minute * 60_000;
    const checks = await Promise.all(monitors.map((monitor, index) => makeCheck(monitor, statusOf(index), slotAt)));
    return checks.map((check) => ({ ...check, locationId: locationId ?? check.locationId }));
  };
  for (let minute = 0; minute < MINUTES; minute++) {
    const both = [await seen(minute, 0), await seen(minute, 1, there)];
    const written = await Promise.all(both.map((checks) => recordResults(checks)));
    expect(written.map((each) => each.written)).toEqual([monitors.length, monitors.length]);
    const good = await Promise.all(monitors.map((monitor) => makeCheck(monitor, "up", START + minute * 60_000 + 30_000)));
    await recordResults(good); // so that each works for them again
  }
});
