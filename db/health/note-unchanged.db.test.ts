import { beforeAll, describe, expect, test } from "vitest";
import { prisma } from "#db/client.ts";
import { ensureLocation } from "#db/location/ensure-location.ts";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import { pool } from "#db/pool.ts";
import type { FinishedCheck } from "#db/result/finished-check.ts";
import { judgeChecks } from "#db/result/judge-checks.ts";
import { recordResults } from "#db/result/record-results.ts";
import { inTransaction } from "#db/transaction.ts";
import type { Monitor } from "#prisma/generated/client.ts";
import { makeCheck } from "#testing/checks.ts";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { lockHealth } from "./lock-health.ts";
import { noteUnchanged } from "./note-unchanged.ts";

const HOUR_MS = 3_600_000;
const START = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS; // after the monitors were made
const SLOT = START + 120_000;

beforeAll(() => ensurePartitions(START));

/** What is done to the health of a monitor that is up, or to its next check; SQL sets columns of `health`. */
const ODDITIES: Record<string, { sql?: string; check?: (check: FinishedCheck) => void }> = {
  "another status": { sql: "status = 'degraded', reason = 'tls.expiring'" },
  "nothing known": { sql: "status = 'unknown'" },
  down: { sql: "status = 'down', reason = 'connect.refused'" },
  maintenance: { sql: "status = 'maintenance'" },
  paused: { sql: "status = 'paused'" },
  "up for a reason": { sql: "reason = 'tls.expiring'" },
  "something contrary": {
    sql: "contrary_status = 'down', contrary_reason = 'connect.refused', contrary_count = 1, contrary_since = last_slot_at, contrary_all_count = 1, contrary_all_since = last_slot_at",
  },
  flapping: { sql: "flapping_since = last_slot_at, turned_at = array[last_slot_at]" },
  "a server that wants to be asked again": { sql: "retry_at = last_slot_at + interval '5 minutes'" },
  "an edit since": { sql: "revision = 0" },
  "a latest check that said something else": { sql: "last_status = 'down', last_reason = 'connect.refused'" },
  "a server that looked different": { sql: "seen_hash = seen_hash + 1" },
  "a server nobody has seen": { sql: "seen_hash = null" },
  "a dialogue that is due to be kept": { sql: "good_slot_at = good_slot_at - interval '58 minutes'" },
  "no dialogue kept": { sql: "good_slot_at = null" },
  "no check before": { sql: "last_slot_at = null" },
  "a later check before": { sql: "last_slot_at = last_slot_at + interval '2 minutes'" },
  "a silence": { sql: "last_slot_at = last_slot_at - interval '2 minutes', good_slot_at = good_slot_at + interval '1 second'" },
  "a check that failed": { check: ({ result }) => Object.assign(result, { status: "down", reason: { code: "greeting.timeout", stage: "greeting", reply: null, detail: null } }) }, // prettier-ignore
  "a check that could not tell": { check: ({ result }) => Object.assign(result, { status: "unknown", reason: { code: "dns.servfail", stage: "dns", reply: null, detail: null } }) }, // prettier-ignore
  "a check to be repeated": { check: ({ result }) => Object.assign(result, { retryAt: SLOT + 300_000 }) },
  "another banner": { check: ({ result }) => Object.assign(result.facts, { banner: "another.example ESMTP" }) },
};

async function upSince(minutes: number): Promise<Monitor> {
  const monitor = await makeMonitor(await makeTeam(), { policy: { intervalS: 60, confirmations: 2 } });
  for (let minute = 0; minute < minutes; minute++) await recordResults([await makeCheck(monitor, "up", START + minute * 60_000)]);
  return monitor;
}

const readHealth = async (monitorId: number) => (await inTransaction((client) => lockHealth(client, [monitorId])))[0]!;

test("a check that says what is known is noted without being judged, with its slot and its time", async () => {
  const monitor = await upSince(2);
  const check = await makeCheck(monitor, "up", SLOT);
  check.result.durationMs = 41.6;
  const before = await readHealth(monitor.id);
  expect(await inTransaction((client) => noteUnchanged(client, [check]))).toEqual({ teamIds: [monitor.teamId], left: [] });
  const health = { ...before.health, lastSlotAt: SLOT };
  expect(await readHealth(monitor.id)).toEqual({ ...before, health, latest: { ...before.latest!, ms: 42 } });
});

describe("judging comes to the same, and is left to be done, where there is", () => {
  test.each(Object.entries(ODDITIES))("%s", async (_, { sql, check: change }) => {
    const monitor = await upSince(2);
    if (sql) await pool.query(`update health set ${sql} where monitor_id = $1`, [monitor.id]);
    const check = await makeCheck(monitor, "up", SLOT);
    change?.(check);
    expect((await inTransaction((client) => noteUnchanged(client, [check]))).left).toEqual([check]);

    const before = await readHealth(monitor.id);
    const judged = judgeChecks(before, [check], [await ensureLocation("local")]);
    await recordResults([check]);
    const { incidentId: _incident, ...after } = await readHealth(monitor.id);
    const { incidentId: _before, ...expected } = judged.row;
    expect(after).toEqual(expected);
  });

  test("an incident that is open", async () => {
    const monitor = await upSince(2);
    const check = await makeCheck(monitor, "up", SLOT);
    await pool.query("update health set incident_id = 1 where monitor_id = $1", [monitor.id]);
    expect((await inTransaction((client) => noteUnchanged(client, [check]))).left).toEqual([check]);
  });

  test("two checks of one monitor in a batch", async () => {
    const monitor = await upSince(2);
    const checks = [await makeCheck(monitor, "up", SLOT), await makeCheck(monitor, "up", SLOT + 60_000)];
    expect((await inTransaction((client) => noteUnchanged(client, checks))).left).toEqual(checks);
  });

  test("an edit that was not checked yet", async () => {
    const monitor = await upSince(2);
    const check = await makeCheck(monitor, "up", SLOT);
    await prisma.monitor.update({ where: { id: monitor.id }, data: { revision: { increment: 1 } } });
    expect((await inTransaction((client) => noteUnchanged(client, [check]))).left).toEqual([check]);
  });
});
