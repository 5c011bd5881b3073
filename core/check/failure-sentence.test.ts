import { expect, test } from "vitest";
import { failureSentence } from "./failure-sentence.ts";

const HEALTHY = { database: { ok: true }, queue: { ok: true }, workers: { ok: true }, leader: { ok: true } };

test("a dead database is named", () => {
  expect(failureSentence({ ...HEALTHY, database: { ok: false } })).toMatch(/^The database does not answer/);
});

test.each([HEALTHY, null, "502 Bad Gateway", {}])("%j says that we broke", (health) => {
  expect(failureSentence(health)).toMatch(/^Something on our side broke/);
});
