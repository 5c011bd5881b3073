import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import type { CheckResult } from "#core/check/result.ts";
import { printFigure } from "#testing/print-figure.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { playDns } from "#testing/server/play-dns.ts";
import { play } from "#testing/server/play.ts";
import { probeSmtp } from "./smtp.ts";

const SLOW = 1_000;
const GOOD = 400;
const AT_ONCE = 4;
const SLOW_LIMIT_MS = 4_000;
/** Beginning a check costs our own processor, which is not what is asked here. */
const BEGUN_AT_ONCE = 20;

test("a thousand checks whose resolver is silent leave those of others as they are", async () => {
  const server = await play(good);
  const dns = await playDns((_, family) => (family === "A" ? ["127.0.0.1"] : []));
  const silent = await playDns(() => "silence");
  onTestFinished(async () => {
    await Promise.all([server.close(), dns.close(), silent.close()]);
  });
  const probe = (dnsServer: string, timeLimitMs: number) =>
    probeSmtp(
      { kind: "smtp", host: "mx.example", port: server.port, tls: "none", ehloName: "probe.example" },
      { timeLimitMs, dnsServers: [dnsServer], allowPrivate: true },
    );
  const probeGood = async () => {
    const results: CheckResult[] = [];
    for (let run = 0; run < GOOD; run += AT_ONCE) {
      results.push(...(await Promise.all(Array.from({ length: AT_ONCE }, () => probe(dns.address, 10_000)))));
    }
    expect(results.every(({ status }) => status === "up")).toBe(true);
    return p99(results.map(({ durationMs }) => durationMs));
  };

  await probeGood(); // the code is warm from here on
  const aloneMs = await probeGood();
  const slow: Promise<CheckResult>[] = [];
  for (let begun = 0; begun < SLOW; begun += BEGUN_AT_ONCE) {
    slow.push(...Array.from({ length: BEGUN_AT_ONCE }, () => probe(silent.address, SLOW_LIMIT_MS)));
    await sleep(10);
  }
  const besideMs = await probeGood();
  const results = await Promise.all(slow);
  expect(results.every(({ status, reason }) => status === "unknown" && reason?.code === "dns.timeout")).toBe(true);
  expect(results.every(({ durationMs }) => durationMs < SLOW_LIMIT_MS + 500)).toBe(true);
  const delayMs = (besideMs - aloneMs).toFixed(1);
  printFigure(
    "P03",
    `p99 of good checks ${aloneMs.toFixed(1)} ms alone, ${besideMs.toFixed(1)} ms beside ${SLOW} slow ones (${delayMs} ms)`,
  );
});

function p99(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.99)]!;
}
