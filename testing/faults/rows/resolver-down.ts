import { setTimeout as sleep } from "node:timers/promises";
import { prisma } from "#db/client.ts";
import { makeMonitor } from "#testing/makers.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { playDns } from "#testing/server/play-dns.ts";
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
    await sleep((form === "full" ? 9 : 4) * INTERVAL_S * 1000);

    const statuses = await prisma.health.groupBy({ by: ["status"], _count: true });
    const unknown = await prisma.result.count({ where: { status: "unknown", reason: { startsWith: "dns." } } });
    return [
      none("monitors said to be down, ever", await countDowns()),
      none("results that say so", await prisma.result.count({ where: { status: "down" } })),
      told("results that could not tell, for DNS", String(unknown)),
      exactly("monitors up at the end", statuses.find(({ status }) => status === "up")?._count ?? 0, count),
    ];
  },
};
