import { setTimeout as sleep } from "node:timers/promises";
import { prisma } from "#db/client.ts";
import { makeChannel } from "#testing/makers.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { close, send, type Dialogue } from "#testing/server/steps.ts";
import { untilSo } from "#testing/until.ts";
import { exactly, inSeconds, none, told } from "../figure.ts";
import { untilTold } from "../outbox.ts";
import { WHATEVER_QUEUE, type Row } from "../row.ts";
import { watchMany } from "../watched.ts";

const refusing: Dialogue = [send("554 No SMTP service here\r\n"), close];

/** F12: a location loses the database and the queue, servers fail meanwhile, and it comes back with what it saw. */
export const locationCutOff: Row = {
  id: "F12",
  what: "of two locations that check in turn, one is cut off from the database, which is its queue too; servers fail meanwhile; it comes back",
  queues: WHATEVER_QUEUE,
  testedWith: null,
  async run(scene, form) {
    const awayMs = form === "full" ? 60_000 : 12_000;
    const count = form === "full" ? 50 : 10;
    const receiver = await scene.receiveMail();
    const channel = await makeChannel(scene.team);
    let isFailing = false;
    const watched = await watchMany(scene, { count, channel, dialogue: () => (isFailing ? refusing : good) });
    const wire = await scene.layWire(scene.postgres.url);
    await scene.startWorker({ LOCATION: "ams", SMTP_URL: receiver.url });
    const region = await scene.startWorker({ LOCATION: "fra", SMTP_URL: receiver.url, DATABASE_URL: wire.url });
    await watched.untilAllChecked(Date.now(), 40_000);

    wire.cut();
    const cutAt = new Date();
    isFailing = true;
    await sleep(awayMs);
    wire.mend();
    const mendedAt = new Date();
    await untilSo(
      () => prisma.incident.count(),
      (incidents) => incidents >= count,
      60_000,
    );
    await sleep(5_000); // what the region has kept is written by now
    await untilTold(30_000);

    const fra = await prisma.location.findUniqueOrThrow({ where: { name: "fra" } });
    const kept = await prisma.result.count({ where: { locationId: fra.id, slotAt: { gte: cutAt, lt: mendedAt } } });
    return [
      exactly("incidents", await prisma.incident.count(), count),
      exactly("mails that arrived", receiver.received.length, count),
      none("workers that ended", region.process.exitCode === null ? 0 : 1, 1),
      told(`results of its slots of those ${inSeconds(awayMs)} that came afterwards`, String(kept)),
    ];
  },
};
