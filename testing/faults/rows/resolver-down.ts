import { setTimeout as sleep } from "node:timers/promises";
import { prisma } from "#db/client.ts";
import { makeMonitor } from "#testing/makers.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { playDns } from "#testing/server/play-dns.ts";
import { untilSo } from "#testing/until.ts";
import { countDowns } from "../accounted.ts";
import { loopbackAddress } from "../crowd.ts";
import { exactly, none, told } from "../figure.ts";
import { WHATEVER_QUEUE, type Row } from "../row.ts";

const INTERVAL_S = 10;

/** F11: one of two locations has no resolver that answers. */
export const resolverDown: Row = {
  id: "F11",
  what: "of two locations that check in turn, one has a DNS resolver that keeps silent",
  queues: WHATEVER_QUEUE,
  testedWith: "postgresql",
  async run(scene, form) {
    const count = form === "full" ? 50 : 10;
    const server = await scene.play(good, { host: "0.0.0.0" });
    const resolver = await playDns((name, family) => {
      const [, index] = /^mx(\d+)\.example\.org$/.exec(name) ?? [];
      return family === "A" && index !== undefined ? [loopbackAddress(Number(index))] : [];
    });
    const silent = await playDns(() => "silence", { isCutOff: true });
    scene.atEnd(() => Promise.all([resolver.close(), silent.close()]));
    await scene.startWorker({ LOCATION: "ams", DNS_SERVERS: resolver.address });
    await scene.startWorker({ LOCATION: "fra", DNS_SERVERS: silent.address });
    for (let index = 0; index < count; index += 1) {
      const target = { host: `mx${index}.example.org`, port: server.port, ehloName: "probe.example" };
      await makeMonitor(scene.team, { target, policy: { intervalS: INTERVAL_S, confirmations: 1 } });
    }
    if (form === "full") await sleep(9 * INTERVAL_S * 1000);
    await untilSo(countUntold, (results) => results >= count / 2, 60_000);
    await untilSo(countUp, (up) => up === count, 60_000);

    return [
      none("monitors said to be down, ever", await countDowns()),
      none("results that say so", await prisma.result.count({ where: { status: "down" } })),
      told("results that could not tell, for DNS", String(await countUntold())),
      exactly("monitors up at the end", await countUp(), count),
    ];
  },
};

function countUntold(): Promise<number> {
  return prisma.result.count({ where: { status: "unknown", reason: { startsWith: "dns." } } });
}

function countUp(): Promise<number> {
  return prisma.health.count({ where: { status: "up" } });
}
