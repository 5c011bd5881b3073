import { setTimeout as sleep } from "node:timers/promises";
import { prisma } from "#db/client.ts";
import { notify } from "#db/notify.ts";
import { makeChannel, makeMonitor } from "#testing/makers.ts";
import { close, send } from "#testing/server/steps.ts";
import { untilSo } from "#testing/until.ts";
import { loopbackAddress } from "../crowd.ts";
import { exactly, told } from "../figure.ts";
import { untilTold } from "../outbox.ts";
import { EITHER_QUEUE, type Row } from "../row.ts";

/** C12: two workers find out about the same trouble, a hundred times at once. */
export const sameTrouble: Row = {
  id: "C12",
  what: "two workers are asked for a hundred checks at once of each of some servers that have failed",
  queues: EITHER_QUEUE,
  testedWith: "postgresql",
  async run(scene, form) {
    const count = form === "full" ? 10 : 2;
    const requests = form === "full" ? 100 : 20;
    const receiver = await scene.receiveMail();
    const server = await scene.play([send("554 No SMTP service here\r\n"), close], { host: "0.0.0.0" });
    const monitorIds: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const target = { host: loopbackAddress(index), port: server.port, ehloName: "probe.example" };
      const channel = await makeChannel(scene.team); // on one, they would be told together
      const { id } = await makeMonitor(scene.team, { target, policy: { intervalS: 3600, confirmations: 0 }, channels: [channel] });
      monitorIds.push(id);
    }
    for (let n = 0; n < 2; n += 1) await scene.startWorker({ SMTP_URL: receiver.url });
    await prisma.checkRequest.createMany({
      data: monitorIds.flatMap((monitorId) => Array.from({ length: requests }, () => ({ monitorId }))),
    });
    await notify("check_requested", "");

    await untilSo(
      () => prisma.incident.count(),
      (incidents) => incidents >= count,
      120_000,
    );
    await sleep(form === "full" ? 10_000 : 2_000);
    await untilTold(30_000);
    return [
      exactly("incidents", await prisma.incident.count(), count),
      exactly("messages in the outbox", await prisma.delivery.count(), count),
      exactly("mails that arrived", receiver.received.length, count),
      told("results that say the same", String(await prisma.result.count({ where: { status: "down" } }))),
    ];
  },
};
