import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import { CASES } from "#testing/escalation/cases.ts";
import type { EscalationCase } from "#testing/escalation/play-case.ts";
import { playInDatabase } from "#testing/escalation/play-in-database.ts";
import { printFigure } from "#testing/print-figure.ts";

/** Those that depend on no hour of the day, and in which nothing happens within a minute of something else: telling is part of opening. */
const isPlayable = ({ schedules, quiet, script, told }: EscalationCase) =>
  schedules === undefined &&
  quiet === undefined &&
  !/\d\d:\d\d:\d\d|asleep|blocks|clears|hangs|10:00 (ack|worse|up|flaps)|10:00 close/.test(`${script} ${told}`);
const PLAYED = CASES.filter(isPlayable);

const right = new Set<string>();
beforeAll(() => ensurePartitions(Date.now() - 3_600_000));
afterAll(() => printFigure("C15", `${right.size} of ${PLAYED.length} cases told so through the database, with its times moved`));

test("a good part of the cases can be played", () => expect(PLAYED.length).toBeGreaterThanOrEqual(30));

describe("through the database", () => {
  test.each(PLAYED)("$name", async (each) => {
    expect(await playInDatabase(each)).toBe(each.told);
    right.add(each.name);
  });
});
