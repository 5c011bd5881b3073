import { existsSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { CORPUS } from "#testing/corpus/corpus.ts";
import { ELSEWHERE, ROWS } from "#testing/corpus/elsewhere.ts";
import { probeBehaviour } from "#testing/corpus/probe-behaviour.ts";

/** The most a transcript takes as JSON, and the most a check may go over its time limit. */
const KEPT_BYTES = 32 * 1024;
const OVER_MS = 500;

// What a process does once, such as reading all authorities, is in nobody's time.
beforeAll(async () => {
  for (const behaviour of CORPUS.filter(({ row }) => row === "H00")) await probeBehaviour(behaviour);
});

describe.concurrent("a server that", () => {
  test.each(CORPUS)("$what ($row) is $status, $code", async (behaviour) => {
    const result = await probeBehaviour(behaviour);
    expect({ status: result.status, code: result.reason?.code ?? null }).toEqual({
      status: behaviour.status,
      code: behaviour.code,
    });
    const { warning } = behaviour;
    expect(warning === undefined || result.warnings.some((each) => warning.test(each))).toBe(true);
    expect(Buffer.byteLength(JSON.stringify(result.transcript))).toBeLessThanOrEqual(KEPT_BYTES);
    expect(result.durationMs).toBeLessThan(3_000 + OVER_MS);
    // oxlint-disable-next-line no-control-regex -- none may be left
    expect(JSON.stringify(result)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
  });
});

test("every row is in the list or shown by a file that is there", () => {
  const shown = new Set([...CORPUS, ...ELSEWHERE].map(({ row }) => row));
  expect(ROWS.filter((row) => !shown.has(row))).toEqual([]);
  expect(ELSEWHERE.filter(({ file }) => !existsSync(path.join(import.meta.dirname, "..", file)))).toEqual([]);
});
