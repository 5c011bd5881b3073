import { expect, test } from "vitest";
import { probeSmtp } from "#probes/smtp.ts";
import { holdClosedPort } from "#testing/server/closed-port.ts";
import { playDns, type DnsAnswer } from "#testing/server/play-dns.ts";
import { play } from "#testing/server/play.ts";
import { hold, send } from "#testing/server/steps.ts";
import { testNetwork } from "./test-location.ts";

/** What a location finds whose resolver answers so about every name, with two references at these ports. */
async function findFrom(zone: DnsAnswer, ports: readonly number[], isCutOff = false) {
  const dns = await playDns((_, family) => (family === "A" ? zone : []), { isCutOff });
  const references = ports.map((port) => `reference.example:${port}`);
  const found = await testNetwork(references, (target) =>
    probeSmtp(target, { timeLimitMs: 1_000, dnsServers: [dns.address], allowPrivate: true }),
  );
  await dns.close();
  return found;
}

test("one reference that accepts shows that the network works", async () => {
  const [server, closed] = await Promise.all([play([send("220 mx.example\r\n"), hold]), holdClosedPort()]);
  expect(await findFrom(["127.0.0.1"], [closed.port, server.port])).toBe("works");
  await Promise.all([server.close(), closed.close()]);
});

test("where none accepts, the location is cut off", async () => {
  const closed = await holdClosedPort();
  const name = `reference.example:${closed.port}`;
  expect(await findFrom(["127.0.0.1"], [closed.port])).toEqual({ cutOff: `none of ${name} accepts a connection` });
  await closed.close();
});

test("a resolver that does not answer is told apart from that", async () => {
  expect(await findFrom("silence", [25, 25], true)).toEqual({ cutOff: "its resolver does not answer" });
});

test("names that mean nothing here, or no references at all, tell nothing", async () => {
  expect(await findFrom("nxdomain", [25])).toBe("cannot tell");
  expect(await findFrom("nxdomain", [])).toBe("cannot tell");
});
