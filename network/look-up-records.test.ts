import { expect, onTestFinished, test } from "vitest";
import { playDns } from "#testing/server/play-dns.ts";
import { lookUpRecords } from "./look-up-records.ts";

const LIMIT_MS = 300;

async function play(address: string) {
  const texts = { "there.example": [["a", "b"]], "silent.example": "silence" } as const;
  const server = await playDns((_, family) => (family === "A" ? [address] : []), { texts });
  onTestFinished(() => server.close());
  return server.address;
}

test("records are looked up so many times and so long, and no private address is one", async () => {
  const asked = { servers: [await play("10.0.0.1")], secondServers: [] };
  const limits = { limitMs: LIMIT_MS, most: 3, allowPrivate: false };
  await lookUpRecords(asked, limits, async (lookUp) => {
    expect(await lookUp("there.example", "TXT")).toEqual([["ab"]]);
    await expect(lookUp("there.example", "A")).rejects.toMatchObject({ code: "ENOTFOUND" });
    await expect(lookUp("nobody.example", "TXT")).rejects.toMatchObject({ code: "ENOTFOUND" });
    await expect(lookUp("there.example", "TXT")).rejects.toMatchObject({ code: "ETIMEOUT" });
  });
  const open = { ...limits, allowPrivate: true };
  expect(await lookUpRecords(asked, open, (lookUp) => lookUp("there.example", "A"))).toEqual(["10.0.0.1"]);
});

test("what the first servers do not answer the second are asked, and nothing is once the time is over", async () => {
  const silent = await playDns(() => "silence", { texts: { "there.example": "silence" } });
  onTestFinished(() => silent.close());
  const servers = [silent.address];
  const limits = { limitMs: LIMIT_MS, most: 9, allowPrivate: true };
  await lookUpRecords({ servers, secondServers: [] }, limits, async (lookUp) => {
    await expect(lookUp("there.example", "TXT")).rejects.toMatchObject({ code: "ETIMEOUT" });
    const startedAtMs = performance.now();
    await expect(lookUp("there.example", "TXT")).rejects.toMatchObject({ code: "ETIMEOUT" });
    expect(performance.now() - startedAtMs).toBeLessThan(LIMIT_MS);
  });
  const refusing = await playDns(() => "refused");
  onTestFinished(() => refusing.close());
  const both = { servers: [refusing.address], secondServers: [await play("192.0.2.1")] };
  expect(await lookUpRecords(both, limits, (lookUp) => lookUp("there.example", "A"))).toEqual(["192.0.2.1"]);
});
