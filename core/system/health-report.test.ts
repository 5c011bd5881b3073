import { expect, test } from "vitest";
import { reportHealth } from "./health-report.ts";

const ALIVE = { workers: 2, workerAgeMs: 1_240, queueAgeMs: 900, leaderAgeMs: 30_000 };

test("all parts alive is ok, with the age of each in seconds", () => {
  expect(reportHealth(ALIVE)).toEqual({
    status: "ok",
    database: { ok: true, ageS: 0 },
    queue: { ok: true, ageS: 0.9 },
    workers: { ok: true, ageS: 1.2, alive: 2 },
    leader: { ok: true, ageS: 30 },
  });
});

test.each(["workerAgeMs", "queueAgeMs", "leaderAgeMs"] as const)("one part silent for too long is failing: %s", (part) => {
  expect(reportHealth({ ...ALIVE, [part]: 30_001 }).status).toBe("failing");
  expect(reportHealth({ ...ALIVE, [part]: null }).status).toBe("failing");
});

test("without a database nothing is known to be alive", () => {
  const { status, database, workers } = reportHealth(null);
  expect({ status, database, workers }).toEqual({
    status: "failing",
    database: { ok: false, ageS: null },
    workers: { ok: false, ageS: null, alive: 0 },
  });
});
