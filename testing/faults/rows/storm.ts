import { setTimeout as sleep } from "node:timers/promises";
import { MOST_MESSAGES, STORM_WINDOW_MS } from "#core/message/storm.ts";
import { prisma } from "#db/client.ts";
import { notify } from "#db/notify.ts";
import { pool } from "#db/pool.ts";
import type { ReceivedMail } from "#testing/mail-receiver.ts";
import { makeChannel } from "#testing/makers.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { close, send, type Dialogue } from "#testing/server/steps.ts";
import { untilSo } from "#testing/until.ts";
import { makeCrowd } from "../crowd.ts";
import { exactly, none, told, within, type Figure } from "../figure.ts";
import { countUnfinished, letClaimsEnd } from "../outbox.ts";
import { EITHER_QUEUE, type Row } from "../row.ts";
import type { Scene } from "../scene.ts";

const GATHER_MS = 60_000;
const FIRST_WITHIN_MS = 60_000;
const NAME = /Monitor \d+/g;

/** C16: many monitors of one contact fall at once, and come back at once; one of two workers is killed meanwhile. */
export const storm: Row = {
  id: "C16",
  what: "monitors of one contact fail within seconds (60 in the short form, 5,000 in the full one) and come back within seconds; one of two workers is killed in between. In the short form the minutes of waiting are moved into the past",
  queues: EITHER_QUEUE,
  testedWith: "postgresql",
  async run(scene, form) {
    const count = form === "full" ? 5_000 : 60;
    const receiver = await scene.receiveMail();
    const [first] = [await scene.startWorker({ SMTP_URL: receiver.url }), await scene.startWorker({ SMTP_URL: receiver.url })];
    const world = { isDown: true };
    const server = await scene.play(upOrDown(world), { host: "0.0.0.0" });
    const channel = await makeChannel(scene.team);
    await prisma.contact.create({
      data: { teamId: scene.team.id, name: "Ada", channels: { create: { channelId: channel.id, position: 0 } } },
    });
    const policy = { intervalS: 3_600 };
    const { slotAt, monitorIds } = await makeCrowd(scene.team, { count, port: server.port, channel, policy });

    await untilSo(
      () => prisma.incident.count(),
      (open) => open === count,
      180_000,
    );
    await first.end("SIGKILL");
    await letClaimsEnd();
    await untilAllTold(form === "short");
    const fallen = receiver.received.splice(0);

    world.isDown = false;
    const backAt = Date.now();
    await prisma.checkRequest.createMany({ data: monitorIds.map((monitorId) => ({ monitorId })) });
    await notify("check_requested", "");
    await untilSo(
      () => prisma.incident.count({ where: { resolvedAt: null } }),
      (open) => open === 0,
      180_000,
    );
    await untilAllTold(form === "short");
    const risen = receiver.received;

    const names = monitorIds.map((id) => `Monitor ${id}`);
    return [
      ...figures("fall", names, fallen, slotAt, form === "short"),
      ...figures("come back", names, risen, backAt, form === "short"),
      await unlinked(scene),
    ];
  },
};

function upOrDown(world: { isDown: boolean }): Dialogue {
  const bad: Dialogue = [send("554 No SMTP service here\r\n"), close];
  return [
    async (player) => {
      for (const step of world.isDown ? bad : good) await step(player);
    },
  ];
}

/** Waits until nothing is left to tell; `isHurried` moves what was told, and what waits for company, a minute into the past. */
async function untilAllTold(isHurried: boolean): Promise<void> {
  for (const end = Date.now() + 400_000; (await countUnfinished()) > 0 && Date.now() < end; await sleep(500)) {
    if (!isHurried) continue;
    await pool.query(
      `update delivery set released_at = released_at - $1 * interval '1 ms', next_attempt_at = next_attempt_at - $1 * interval '1 ms'
       where not exists (select from delivery where status = 'sending' or (status = 'pending' and (released_at is not null or next_attempt_at <= now())))`,
      [GATHER_MS],
    );
  }
}

function figures(what: string, names: string[], mails: readonly ReceivedMail[], since: number, isHurried: boolean): Figure[] {
  const listed = new Set(mails.flatMap(({ mail }) => `${mail.subject} ${mail.text} ${fileOf(mail)}`.match(NAME) ?? []));
  const at = mails.map(({ arrivedAt }) => arrivedAt).toSorted((a, b) => a - b);
  const inAWindow = Math.max(0, ...at.map((from) => at.filter((each) => each >= from && each < from + STORM_WINDOW_MS).length));
  return [
    {
      what: `${names.length} ${what}: messages to the contact in five minutes, at most`,
      measured: isHurried ? `${inAWindow}, with the minutes left out` : String(inAWindow),
      aim: `${MOST_MESSAGES} at most`,
      holds: inAWindow > 0 && inAWindow <= MOST_MESSAGES,
    },
    within(`the first of them after`, (at[0] ?? Infinity) - since, FIRST_WITHIN_MS),
    none("monitors that no message names", names.filter((name) => !listed.has(name)).length, names.length),
    told("messages in all", String(mails.length)),
  ];
}

function fileOf({ attachments }: ReceivedMail["mail"]): string {
  return attachments.map(({ content }) => content.toString("utf8")).join();
}

async function unlinked({ team }: Scene): Promise<Figure> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int as count from delivery d left join delivery digest on digest.id = d.gathered_in
     where d.team_id = $1 and (d.status <> 'sent' or digest.status <> 'sent'
       or (d.gathered_in is null and not exists (select from delivery_attempt where delivery_id = d.id and outcome = 'sent')))`,
    [team.id],
  );
  return exactly("deliveries that neither were sent nor are in a digest that was", rows[0]!.count, 0);
}
