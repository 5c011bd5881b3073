import { beforeEach, expect, test } from "vitest";
import { changeChannel, makeChannel as setUpChannel, testChannel } from "#app/_data/change-channel.ts";
import { confirmByCode, sendCode } from "#app/_data/confirm-channel.ts";
import { GET, POST } from "#app/api/revoke/route.ts";
import type { Viewer } from "#core/account/viewer.ts";
import { putChannelCode } from "#db/channel/put-channel-code.ts";
import { prisma } from "#db/client.ts";
import { listDeliveries } from "#db/delivery/list-deliveries.ts";
import { listRevokedChannels } from "#db/revocation/list-revoked-channels.ts";
import { revokeHref } from "#db/revocation/sign-revoke-link.ts";
import { findViewer } from "#db/user/find-viewer.ts";
import type { Channel, Monitor, Team } from "#prisma/generated/client.ts";
import { startMailReceiver, type MailReceiver } from "#testing/mail-receiver.ts";
import { makeChannel, makeMonitor, makeTeam, makeUser } from "#testing/makers.ts";
import { makeIncident, tell } from "#testing/outbox.ts";
import { printFigure } from "#testing/print-figure.ts";
import { sendWaiting } from "#testing/send-waiting.ts";
import { loadRevocable } from "./load-revocable.ts";

const ADDRESS = "ada@example.org";
const CODE = "042117";
let team: Team;
let channel: Channel;
let other: Channel;
let monitor: Monitor;
let link: string;
let receiver: MailReceiver;

const linkTo = (teamId: number, address: string) => new URL(revokeHref(teamId, address), "http://x").searchParams.get("link")!;
const post = (text: string, body: BodyInit, client = "192.0.2.7") => {
  const length = String(new Blob([body as string]).size);
  const headers = { "x-forwarded-for": client, "content-length": length, "content-type": "application/x-www-form-urlencoded" };
  return POST(new Request(`http://localhost:3000/api/revoke?link=${encodeURIComponent(text)}`, { method: "POST", headers, body }));
};
const revoke = (text = link) => post(text, "wish=revoke");
const allow = (text = link) => post(text, "wish=allow");
const stateOf = (id: number) => prisma.channel.findUniqueOrThrow({ where: { id } });
const isRevoked = async () => (await listRevokedChannels(team.id)).has(channel.id);
const isVerified = async () => (await stateOf(channel.id)).verifiedAt !== null;
const wordsOfIt = () => prisma.delivery.findMany({ where: { teamId: team.id, kind: "channel_revoked" } });

const sendAll = () => sendWaiting(team, [receiver.url]);
const sentTo = (address: string) => receiver.received.filter(({ to }) => to.includes(address)).map(({ mail }) => mail.subject);

async function editorOf(of: Team, email?: string): Promise<Viewer> {
  const { id, sessionVersion } = await makeUser({ team: of, ...(email !== undefined && { email }) });
  return (await findViewer(id, sessionVersion))!;
}

beforeEach(async () => {
  team = await makeTeam("Mail crew");
  channel = await makeChannel(team, { name: "Ada", to: ADDRESS });
  other = await makeChannel(team, { name: "Bob", to: "bob@example.org" });
  monitor = await makeMonitor(team, { name: "mx1", channels: [channel, other] });
  link = linkTo(team.id, ADDRESS);
  receiver = await startMailReceiver();
  await prisma.rateLimit.deleteMany();
  return () => receiver.stop();
});

test("looking revokes nothing; the button does, nothing more is sent, and the team hears of it on another road", async () => {
  const second = await makeMonitor(team, { channels: [channel, other] });
  const waiting = await tell("down", monitor, await makeIncident(monitor), channel);
  await prisma.delivery.update({ where: { id: waiting }, data: { nextAttemptAt: new Date(Date.now() + 3_600_000) } });
  expect(await loadRevocable(link)).toMatchObject({ teamName: "Mail crew", address: ADDRESS, roads: ["E-mail"], revokedAt: null });
  const looked = GET(new Request(`http://localhost:3000/api/revoke?link=${link}`));
  expect([looked.status, looked.headers.get("location")]).toEqual([303, `/revoke?link=${link}`]);
  expect(await isRevoked()).toBe(false);

  const answer = await revoke();
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `/revoke?link=${link}`]);
  expect(await loadRevocable(link)).toMatchObject({ revokedAt: expect.any(Date) });
  expect(await isVerified()).toBe(false);
  await tell("down", second, await makeIncident(second), channel);
  await sendAll();
  expect(sentTo(ADDRESS)).toEqual([]);
  expect(sentTo("bob@example.org")).toEqual(["Revoked: Ada is told of nothing any more"]);
  const reason = "Whoever reads this address wants nothing sent there.";
  expect(await listDeliveries(team.id, channel.id, 9)).toMatchObject(
    Array.from({ length: 2 }, () => ({ status: "failed", tries: [{ outcome: "give-up", detail: reason }] })),
  );
  expect(await prisma.delivery.count({ where: { teamId: team.id, kind: "channel_failed" } })).toBe(0); // it is told already, and why
});

test("whatever waits for it in the outbox, not one mail is sent there: alerts, a digest of them, a test, a code (S11)", async () => {
  await revoke();
  const single = await makeMonitor(team);
  await tell("down", single, await makeIncident(single), channel);
  await sendAll();
  for (let count = 0; count < 8; count++) {
    const each = await makeMonitor(team);
    await tell("down", each, await makeIncident(each), channel);
  }
  const asked = {
    teamId: team.id,
    channelId: channel.id,
    message: { channelName: "Ada", url: "http://localhost:3000/channels/1" },
  };
  for (const kind of ["test", "code"] as const) {
    await prisma.delivery.create({ data: { ...asked, kind, message: { ...asked.message, kind } } });
  }
  await sendAll();
  const deliveries = await prisma.delivery.findMany({ where: { channelId: channel.id } });
  expect(new Set(deliveries.map(({ kind }) => kind))).toEqual(new Set(["incident_opened", "digest", "test", "code"]));
  expect(new Set(deliveries.map(({ status }) => status))).toEqual(new Set(["failed"]));
  expect(sentTo(ADDRESS)).toEqual([]);
  printFigure("S11", `${deliveries.length} deliveries to an address that was revoked: ${sentTo(ADDRESS).length} sent`);
});

test("pressed twice, and by many at once, it is revoked once and told of once", async () => {
  await Promise.all([revoke(), revoke(), post(link, "List-Unsubscribe=One-Click")]);
  const { revokedAt } = (await loadRevocable(link))!;
  await revoke();
  expect((await loadRevocable(link))!.revokedAt).toEqual(revokedAt);
  expect(await wordsOfIt()).toMatchObject([{ channelId: other.id, message: { channelName: "Ada", address: ADDRESS } }]);
});

test("a mail program posts one click, and is answered without a redirect", async () => {
  const answer = await post(link, "List-Unsubscribe=One-Click");
  expect([answer.status, await answer.text()]).toEqual([200, "Nothing more is sent to this address.\n"]);
  expect(await isRevoked()).toBe(true);
  expect((await post("nonsense", "List-Unsubscribe=One-Click")).status).toBe(404);
});

test("all channels that lead to the address stop, those of other teams do not, nor other addresses", async () => {
  const again = await makeChannel(team, { to: ADDRESS });
  const stranger = await makeChannel(await makeTeam(), { to: ADDRESS });
  await revoke();
  const verified = await prisma.channel.findMany({ where: { id: { in: [channel.id, again.id, stranger.id, other.id] } } });
  expect(verified.filter(({ verifiedAt }) => verifiedAt !== null).map(({ id }) => id)).toEqual([other.id, stranger.id]);
});

test("SMS and calls to a number stop together, however it is written in lists", async () => {
  const number = "+4915123456789";
  const of = { teamId: team.id, name: "Phone", config: { number }, leadsTo: "+49 1512 3456789", verifiedAt: new Date() };
  const ids = [
    (await prisma.channel.create({ data: { ...of, kind: "sms" } })).id,
    (await prisma.channel.create({ data: { ...of, kind: "phone" } })).id,
  ];
  const byNumber = linkTo(team.id, number);
  expect(await loadRevocable(byNumber)).toMatchObject({ address: number, roads: ["Phone call", "SMS"] });
  await revoke(byNumber);
  expect(new Set((await listRevokedChannels(team.id)).keys())).toEqual(new Set(ids));
});

test("a link that is none of ours, of another team's, or of an address that is gone, is answered alike and changes nothing", async () => {
  const signature = link.split(".")[1]!;
  const old = linkTo(team.id, "before@example.org");
  const forged = [`${team.id + 1}.${signature}`, link.replace(/.$/, (last) => (last === "A" ? "Q" : "A")), old];
  for (const each of [...forged, "", "nonsense", "x\r\nSet-Cookie: a=b", `${link}'; drop table channel; --`, "9".repeat(9_000)]) {
    expect(await loadRevocable(each), `page of ${each.slice(0, 50)}`).toBeNull();
    const answer = await revoke(each);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `/revoke?link=${encodeURIComponent(each)}`]);
  }
  expect(await loadRevocable([link, link])).toBeNull();
  for (const body of ["", "wish=", "wish=delete", "wish=revoke".toUpperCase(), '{"wish":"revoke"}']) {
    expect((await post(link, body)).status, `of “${body}”`).toBe(400);
  }
  expect((await post(link, `wish=revoke&x=${"x".repeat(5_000)}`)).status).toBe(413);
  expect(await isVerified()).toBe(true);
});

test("guesses from one address are held up after sixty, and a right link never is", async () => {
  for (let count = 0; count < 60; count++) expect((await revoke("nonsense")).status).toBe(303);
  const limited = await revoke("nonsense");
  expect([limited.status, Number(limited.headers.get("retry-after")) > 0]).toEqual([429, true]);
  expect((await revoke()).status).toBe(303);
  expect(await isRevoked()).toBe(true);
});

test("until it is allowed again no code is sent and none counts, not by a new channel either; then a new one is needed", async () => {
  const editor = await editorOf(team);
  await putChannelCode(team.id, channel.id, { address: ADDRESS }, CODE);
  await revoke();
  expect(await confirmByCode(editor, channel.id, CODE)).toMatch(/^No code counts any more/);
  await putChannelCode(team.id, channel.id, { address: ADDRESS }, CODE); // as one that was being sent meanwhile
  expect(await confirmByCode(editor, channel.id, CODE)).toMatch(/^No code counts any more/);
  expect(await sendCode(editor, channel.id)).toMatch(/wants nothing sent there/);
  expect(await testChannel(editor, channel.id)).toBe("unverified");
  await changeChannel(editor, channel.id, { name: "Renamed", address: ADDRESS });
  await prisma.channel.delete({ where: { id: channel.id } });
  const made = await setUpChannel(editor, "email", { name: "Once more", address: ` ${ADDRESS.toUpperCase()} ` });
  const channelId = "channelId" in made ? made.channelId : 0;
  expect(await prisma.delivery.count({ where: { teamId: team.id, kind: "code" } })).toBe(0);

  expect((await allow()).status).toBe(303);
  expect(await loadRevocable(link)).toMatchObject({ revokedAt: null });
  expect((await stateOf(channelId)).verifiedAt).toBeNull();
  expect(await sendCode(editor, channelId)).toBeNull();
  await sendAll();
  const code = /^\d{6}/.exec(sentTo(ADDRESS)[0]!)![0];
  expect(await confirmByCode(editor, channelId, code)).toBeNull();
});

test("what was allowed again is revoked as before, and allowing what was not changes nothing", async () => {
  await allow();
  expect(await isVerified()).toBe(true);
  for (const press of [revoke, allow, revoke]) await press();
  expect(await isRevoked()).toBe(true);
  expect(await wordsOfIt()).toHaveLength(1); // the same once a day
});

test("the address of one's own account stays revoked until one asks for a code", async () => {
  const owner = await editorOf(team, `${team.id}@example.org`);
  const own = await makeChannel(team, { to: owner.email });
  await revoke(linkTo(team.id, owner.email));
  await changeChannel(owner, own.id, { name: "Still revoked", address: owner.email });
  const made = await setUpChannel(owner, "email", { name: "The same", address: owner.email });
  expect((await stateOf(own.id)).verifiedAt).toBeNull();
  expect((await stateOf("channelId" in made ? made.channelId : 0)).verifiedAt).toBeNull();
  expect(await sendCode(await editorOf(team), own.id)).toMatch(/wants nothing sent there/); // a colleague may not
  expect(await sendCode(owner, own.id)).toBeNull();
  await sendAll();
  expect(await confirmByCode(owner, own.id, /^\d{6}/.exec(sentTo(owner.email)[0]!)![0])).toBeNull();
  expect((await stateOf(own.id)).verifiedAt).not.toBeNull();
});

test("where there is no other road the list of channels shows it", async () => {
  await prisma.channel.delete({ where: { id: other.id } });
  await revoke();
  expect(await wordsOfIt()).toEqual([]);
  expect(await isRevoked()).toBe(true);
});
