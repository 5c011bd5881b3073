import { expect, onTestFinished, test } from "vitest";
import { playDns } from "#testing/server/play-dns.ts";
import { resolveTxt } from "./txt-records.ts";

const LIMIT_MS = 300;

test("the records of a name come in their pieces, and why there are none is told apart, in time", async () => {
  const texts = { "there.example": [["v=spf1 ", "-all"], ["another"]], "silent.example": "silence" } as const;
  const server = await playDns(() => "nxdomain", { texts });
  onTestFinished(() => server.close());
  const ask = (name: string) => resolveTxt(name, [server.address], LIMIT_MS);

  expect(await ask("there.example")).toEqual({ records: texts["there.example"] });
  expect(await ask("nobody.example")).toEqual({ failure: "nxdomain" });
  const startedAtMs = performance.now();
  expect(await ask("silent.example")).toEqual({ failure: "timeout" });
  expect(performance.now() - startedAtMs).toBeLessThan(10 * LIMIT_MS); // c-ares alone would go on for 7 s
});
