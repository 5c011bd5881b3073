import { randomUUID } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import { domainTargetSchema } from "#core/domain/domain-target.ts";
import { ensureLocation } from "#db/location/ensure-location.ts";
import { beatWorker } from "#db/worker/beat-worker.ts";
import { removeWorker } from "#db/worker/remove-worker.ts";
import { runProbe } from "#probes/probe.ts";
import { isLeftOut } from "#testing/is-left-out.ts";
import { startMannersServer } from "#testing/manners-server.ts";
import { printFigure } from "#testing/print-figure.ts";
import { startToldDns, whyNoToldDns } from "#testing/real/told-dns.ts";
import { makeWorkerState } from "#testing/worker-state.ts";
import { createAddressTurns } from "./address-turns.ts";
import { log } from "./log.ts";
import { watchOutage } from "./outage.ts";

const EHLO_NAME = "probe.ehlowatch.example";
const PER_MINUTE = 12;
const DOMAINS = 30;

/** The domains of many customers have the mail servers of one provider: here two names, at one address. */
const MX_ADDRESS = "127.7.7.7";

/** A worker with its own count of who may connect. */
async function worker() {
  const workerId = randomUUID();
  await beatWorker(workerId, await ensureLocation("local"), makeWorkerState());
  const turns = createAddressTurns(workerId, PER_MINUTE, watchOutage(log, "the database"));
  onTestFinished(async () => {
    await turns.stop();
    await removeWorker(workerId);
  });
  return turns;
}

test.skipIf(isLeftOut(whyNoToldDns()))(
  "the mail server of many domains is met no more often than an address may be, whichever teams and workers watch them (S14)",
  async () => {
    const server = await startMannersServer(EHLO_NAME, 1);
    onTestFinished(() => server.close());
    const domains = Array.from({ length: DOMAINS }, (_, at) => `customer${at}.example`);
    const dns = await startToldDns([
      ...["mx1", "mx2"].map((name) => `${name}.provider.example A ${MX_ADDRESS}`),
      ...domains.flatMap((domain) => [`${domain} MX 10 mx1.provider.example`, `${domain} MX 10 mx2.provider.example`]),
    ]);
    onTestFinished(() => dns.remove());

    const workers = [await worker(), await worker()];
    const results = await Promise.all(
      domains.map((host, at) =>
        runProbe(domainTargetSchema.parse({ kind: "domain", host, port: server.port, ehloName: EHLO_NAME }), {
          timeLimitMs: 6_000,
          dnsServers: [dns.address],
          allowPrivate: true,
          takeTurn: workers[at % workers.length]!.takeTurn,
        }),
      ),
    );
    const { connections, mostInAMinute, overlaps, strangeLines, withoutQuit } = server.manners();
    expect({ overlaps, strangeLines, withoutQuit }).toEqual({ overlaps: 0, strangeLines: [], withoutQuit: 0 });
    expect(connections).toBeGreaterThan(1);
    expect(mostInAMinute).toBeLessThanOrEqual(PER_MINUTE);
    // Who had no turn says that we could not tell, and nothing of the server.
    expect(results.filter(({ status }) => status === "down")).toEqual([]);
    const unknown = results.filter(({ status }) => status === "unknown");
    expect(unknown.length).toBeGreaterThan(0);
    printFigure(
      "S14",
      `${DOMAINS} domains with one mail server address, from 2 workers: ${connections} of ${DOMAINS * 2} connections made, at most ${mostInAMinute} ` +
        `in a minute (${PER_MINUTE} allowed), ${unknown.length} checks could not tell, none said down`,
    );
  },
);
