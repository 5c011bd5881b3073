import { expect, onTestFinished, test } from "vitest";
import { OUT_OF_BOUNDS } from "#core/monitor/bounds.ts";
import { denyListOf } from "#core/monitor/deny-list.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { play } from "#testing/server/play.ts";
import { log } from "./log.ts";
import { watchOutage } from "./outage.ts";
import { startProbing } from "./probe-from-here.ts";

// The settings of a test are those of a hosted product.
test("hosted, a worker refuses by itself what no form should have let through", async () => {
  const server = await play(good);
  const probing = await startProbing("here", denyListOf([]), watchOutage(log, "the database"), log);
  onTestFinished(async () => {
    await probing.stop();
    await server.close();
  });
  const refused = async (host: string, port: number) => {
    const target = { kind: "smtp", host, port, tls: "none", ehloName: "probe.example" } as const;
    const { status, reason, facts } = await probing.probe(target, { timeLimitMs: 2_000 });
    return { status, code: reason?.code, detail: reason?.detail, addresses: facts.addresses };
  };
  const expected = { status: "down", code: "connect.blocked", detail: OUT_OF_BOUNDS, addresses: [] };
  expect(await refused("127.0.0.1", server.port)).toEqual(expected);
  expect(await refused("127.0.0.1", 25)).toEqual(expected);
  expect(await refused("169.254.169.254", 25)).toEqual(expected);
  expect(await refused("8.8.8.8", 22)).toEqual(expected);
  expect(await refused("localhost", 25)).toEqual(expected);
  expect(server.received()).toEqual([]);
});
