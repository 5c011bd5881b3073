import { afterEach, beforeEach, expect, test } from "vitest";
import type { MonthlyMessage } from "#core/message/message.ts";
import { prisma } from "#db/client.ts";
import { chooseMonthlyMails } from "#db/monthly-mail/choose-monthly-mails.ts";
import { findStoppable } from "#db/monthly-mail/find-stoppable.ts";
import { listMonthlyChoices } from "#db/monthly-mail/list-monthly-choices.ts";
import { readStopLink } from "#db/monthly-mail/sign-stop-link.ts";
import { stopMonthlyMail } from "#db/monthly-mail/stop-monthly-mail.ts";
import type { Channel, Monitor, Team } from "#prisma/generated/client.ts";
import { startMailReceiver, type MailReceiver } from "#testing/mail-receiver.ts";
import { makeWatchedDomain } from "#testing/make-watched-domain.ts";
import { makeChannel, makeTeam } from "#testing/makers.ts";
import { sendWaiting } from "#testing/send-waiting.ts";
import { addDueMonths } from "./monthly-mails.ts";

/** The first of November, after seven in Berlin; the month that is told has an hour more than 31 days. */
const FIRST = Date.parse("2026-11-01T06:00:30Z");
const ZONE = "Europe/Berlin";

let team: Team;
let channel: Channel;
let monitor: Monitor;
let receiver: MailReceiver;

beforeEach(async () => {
  await prisma.monthlyMail.deleteMany();
  receiver = await startMailReceiver();
  team = await makeTeam();
  channel = await makeChannel(team, { to: "ada@example.org" });
  monitor = await makeWatchedDomain(team, { upSince: new Date("2026-09-01T00:00:00Z") });
});
afterEach(() => receiver.stop());

const isDue = () => prisma.monthlyMail.updateMany({ data: { nextAt: new Date(0) } });
const choose = (channels: Channel[] = [channel], zone = ZONE) =>
  chooseMonthlyMails(
    team.id,
    monitor.id,
    channels.map(({ id }) => id),
    zone,
  );

async function messages(): Promise<MonthlyMessage[]> {
  const rows = await prisma.delivery.findMany({ where: { teamId: team.id }, orderBy: { id: "asc" } });
  return rows.map(({ message }) => message as unknown as MonthlyMessage);
}

test("nobody who has not chosen it gets one, and whoever has gets none before the first", async () => {
  expect(await addDueMonths(FIRST)).toBe(0);
  await choose();
  const { nextAt } = await prisma.monthlyMail.findFirstOrThrow();
  expect(nextAt.getTime()).toBeGreaterThan(Date.now());
  expect(await addDueMonths(FIRST)).toBe(0);
  expect(await messages()).toEqual([]);
});

test("however many workers look, and however often, a month is told once", async () => {
  await choose();
  await isDue();
  const added = await Promise.all(Array.from({ length: 5 }, () => addDueMonths(FIRST)));
  expect(added.filter((mails) => mails > 0)).toEqual([1]);
  expect(await addDueMonths(FIRST)).toBe(0);
  const { nextAt } = await prisma.monthlyMail.findFirstOrThrow();
  expect(nextAt).toEqual(new Date("2026-12-01T06:00:00Z"));
  expect(await messages()).toHaveLength(1);
});

test("it tells the month of its own time zone: what was in it, and nothing from before or after", async () => {
  const incident = {
    teamId: team.id,
    monitorId: monitor.id,
    locationId: 1,
    reason: { code: "mx.none", stage: null, reply: null, detail: null },
  };
  const outage = async (from: string, to: string) => {
    const [startedAt, endedAt] = [new Date(from), new Date(to)];
    await prisma.incident.create({
      data: { ...incident, startedAt, openedAt: startedAt, slotAt: startedAt, endedAt, resolvedAt: endedAt },
    });
    const monitorId = monitor.id;
    await prisma.transition.create({ data: { monitorId, at: startedAt, confirmedAt: startedAt, from: "up", to: "down" } });
    await prisma.transition.create({ data: { monitorId, at: endedAt, confirmedAt: endedAt, from: "down", to: "up" } });
  };
  await outage("2026-09-30T21:30:00Z", "2026-09-30T21:45:00Z"); // still September in Berlin
  await outage("2026-10-25T00:30:00Z", "2026-10-25T02:00:00Z"); // over the hour that comes twice
  await outage("2026-10-31T23:10:00Z", "2026-10-31T23:20:00Z"); // November in Berlin already
  const changed = (slotAt: string, after: string[]) =>
    prisma.change.create({
      data: {
        monitorId: monitor.id,
        at: new Date(slotAt),
        slotAt: new Date(slotAt),
        locationId: 1,
        aspect: "spf",
        before: ["v=spf1 -all"],
        after,
      },
    });
  await changed("2026-10-02T10:00:00Z", ["v=spf1 +all"]);
  await changed("2026-11-01T05:00:00Z", ["v=spf1 ~all"]);
  await choose();
  await isDue();
  await addDueMonths(FIRST);
  const [message] = await messages();
  expect(message).toMatchObject({
    domain: "example.com",
    month: "October 2026",
    uptime: "99.80 %", // 90 minutes of 745 hours
    uptimeDetails: ["100 % watched", "down 1 h 30 min"],
    incidentCount: 1,
    incidents: [{ when: "25 Oct 2026, 02:30:00 CEST", what: expect.stringContaining("for 1 h 30 min") }],
    changeCount: 1,
    changes: [{ when: "2 Oct 2026, 12:00:00 CEST", what: expect.stringContaining("v=spf1 +all is new") }],
    posture: expect.stringContaining("wrong"),
  });
  expect(message!.worst.map(({ verdict, subject }) => [verdict, subject])).toEqual([
    ["wrong", "example.com"],
    ["wrong", "_mta-sts.example.com"],
    ["weak", "s1._domainkey.example.com"],
  ]);
});

test("it goes out as any mail, with a button that stops it alone", async () => {
  await choose();
  await isDue();
  await addDueMonths(FIRST);
  await sendWaiting(team, [receiver.url]);
  const [{ mail, to }] = receiver.received as [(typeof receiver.received)[number]];
  expect(to).toEqual(["ada@example.org"]);
  expect(mail.subject).toMatch(/^October 2026: example\.com, 100 % up, /);
  const [message] = await messages();
  const link = new URL(message!.stopUrl).searchParams.get("link");
  expect(mail.text).toContain(message!.stopUrl);
  expect(mail.headers.get("list")).toMatchObject({ unsubscribe: { url: expect.stringContaining("/api/stop?link=") } });

  const { monitorId, channelId } = readStopLink(link)!;
  expect(await findStoppable(monitorId, channelId)).toMatchObject({
    domain: "example.com",
    address: "ada@example.org",
    isOn: true,
  });
  await stopMonthlyMail(monitorId, channelId);
  expect(await findStoppable(monitorId, channelId)).toMatchObject({ isOn: false });
  expect(readStopLink(link!.replace(String(monitorId), String(monitorId + 1)))).toBeNull();
  await isDue();
  expect(await addDueMonths(Date.parse("2026-12-01T06:00:30Z"))).toBe(0);
});

test("an address that is revoked, or not confirmed, lets the month go by", async () => {
  const [revoked, unconfirmed] = [await makeChannel(team), await makeChannel(team)];
  await prisma.revocation.create({ data: { teamId: team.id, address: (revoked.config as { address: string }).address } });
  await prisma.channel.update({ where: { id: unconfirmed.id }, data: { verifiedAt: null } });
  await choose([channel, revoked, unconfirmed]);
  await isDue();
  expect(await addDueMonths(FIRST)).toBe(1);
  const due = await prisma.monthlyMail.findMany();
  expect(due.map(({ nextAt }) => nextAt.toISOString())).toEqual(Array(3).fill("2026-12-01T06:00:00.000Z"));
});

test("those who get it already keep their months, others of the team are added and taken away, and nobody of another team", async () => {
  const [other, foreign] = [await makeChannel(team), await makeChannel(await makeTeam())];
  await choose();
  await choose([channel, other, foreign], "Asia/Tokyo");
  const choices = await listMonthlyChoices(team.id, monitor.id);
  expect(choices.map(({ channelId, timeZone }) => [channelId, timeZone])).toEqual([
    [channel.id, ZONE],
    [other.id, "Asia/Tokyo"],
  ]);
  await choose([other]);
  expect((await listMonthlyChoices(team.id, monitor.id)).map(({ timeZone }) => timeZone)).toEqual([null, "Asia/Tokyo"]);
  expect(await chooseMonthlyMails((await makeTeam()).id, monitor.id, [foreign.id], "UTC")).toBe(false);
  expect(await prisma.monthlyMail.count()).toBe(1);
});
