import { describe, expect, test } from "vitest";
import { CORPUS } from "#testing/corpus/corpus.ts";
import { probeBehaviour } from "#testing/corpus/probe-behaviour.ts";

/** The most a transcript takes as JSON, and the most a check may go over its time limit. */
const KEPT_BYTES = 32 * 1024;
const OVER_MS = 500;

describe.concurrent("a server that", () => {
  test.each(CORPUS)("$what ($row) is $status, $code", async (behaviour) => {
    const result = await probeBehaviour(behaviour);
    expect({ status: result.status, code: result.reason?.code ?? null }).toEqual({
      status: behaviour.status,
      code: behaviour.code,
    });
    if (behaviour.warning) expect(result.warnings).toContainEqual(expect.stringMatching(behaviour.warning));
    expect(Buffer.byteLength(JSON.stringify(result.transcript))).toBeLessThanOrEqual(KEPT_BYTES);
    expect(result.durationMs).toBeLessThan(3_000 + OVER_MS);
    // oxlint-disable-next-line no-control-regex -- none may be left
    expect(JSON.stringify(result)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
  });
});
