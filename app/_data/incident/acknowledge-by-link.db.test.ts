import { beforeEach, expect, test } from "vitest";
import { loadRevocable } from "#app/_data/revocation/load-revocable.ts";
import { POST } from "#app/api/acknowledge/route.ts";
import { prisma } from "#db/client.ts";
import { acknowledgeUrl } from "#db/incident/sign-link.ts";
import type { Channel, Incident } from "#prisma/generated/client.ts";
import { makeChannel, makeMonitor, makeTeam } from "#testing/makers.ts";
import { makeIncident } from "#testing/outbox.ts";
import { loadLinkedIncident } from "./load-linked-incident.ts";

let incident: Incident;
let channel: Channel;
let link: string;

const linkOf = (channelId: number) => new URL(acknowledgeUrl(incident.id, channelId)).searchParams.get("link")!;
const send = (text: string, client = "192.0.2.7") =>
  POST(
    new Request(`http://localhost:3000/api/acknowledge?link=${encodeURIComponent(text)}`, {
      method: "POST",
      headers: { "x-forwarded-for": client },
    }),
  );
const isAcknowledged = async () =>
  (await prisma.incident.findUniqueOrThrow({ where: { id: incident.id } })).acknowledgedAt !== null;

beforeEach(async () => {
  const team = await makeTeam();
  incident = await makeIncident(await makeMonitor(team, { name: "mx1" }));
  channel = await makeChannel(team, { name: "Night watch" });
  link = linkOf(channel.id);
  await prisma.rateLimit.deleteMany();
});

test("looking acknowledges nothing, sending does, and leads back to the page that says so", async () => {
  expect(await loadLinkedIncident(link)).toMatchObject({ monitorName: "mx1", acknowledgedAt: null, channelName: "Night watch" });
  expect(await isAcknowledged()).toBe(false);
  const answer = await send(link);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `/acknowledge?link=${link}`]);
  expect(await loadLinkedIncident(link)).toMatchObject({ acknowledgedAt: expect.any(Date), isAcknowledgedHere: true });
});

test("who reads an address is shown where to stop what is sent there, and who reads a room of a chat is not", async () => {
  const { revoke } = (await loadLinkedIncident(link))!;
  expect(revoke!.address).toBe(channel.leadsTo);
  const revocable = await loadRevocable(new URL(revoke!.href, "http://localhost:3000").searchParams.get("link"));
  expect(revocable).toMatchObject({ address: channel.leadsTo, revokedAt: null });
  const { teamId } = channel;
  const room = await prisma.channel.create({
    data: { teamId, kind: "slack", name: "Room", config: { way: "webhook" }, leadsTo: "" },
  });
  expect(await loadLinkedIncident(linkOf(room.id))).toMatchObject({ channelName: "Room", revoke: null });
});

test("a link that is none of ours, and one of a channel that is gone or another team's, are answered alike", async () => {
  const stranger = linkOf((await makeChannel(await makeTeam())).id);
  const gone = linkOf(2_000_000_000);
  const forged = link.replace(/[^.]+$/, "AAAAAAAAAAAAAAAAAAAAAA");
  for (const each of [stranger, gone, forged, "", "nonsense", "x\r\nSet-Cookie: a=b"]) {
    expect(await loadLinkedIncident(each), `page of ${each}`).toBeNull();
    const answer = await send(each);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `/acknowledge?link=${encodeURIComponent(each)}`]);
  }
  expect(await loadLinkedIncident([link, link])).toBeNull();
  expect(await isAcknowledged()).toBe(false);
});

test("from one address it is tried sixty times, and others are not held up by it", async () => {
  for (let count = 0; count < 60; count++) expect((await send("nonsense")).status).toBe(303);
  const limited = await send(link);
  expect([limited.status, Number(limited.headers.get("retry-after")) > 0]).toEqual([429, true]);
  expect(await isAcknowledged()).toBe(false);
  expect((await send(link, "192.0.2.8")).status).toBe(303);
  expect(await isAcknowledged()).toBe(true);
});
