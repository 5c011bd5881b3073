import { expect, test } from "vitest";
import { prisma } from "#db/client.ts";
import { makeChannel, makeMonitor, makeTeam } from "#testing/makers.ts";
import { makeIncident } from "#testing/outbox.ts";
import { acknowledgeOnChannel } from "./acknowledge-on-channel.ts";
import { findLinkedIncident } from "./find-linked-incident.ts";
import { listIncidentEvents } from "./list-incident-events.ts";
import { readIncident } from "./read-incident.ts";

async function makeLinked() {
  const team = await makeTeam();
  const channel = await makeChannel(team, { name: "Night watch" });
  const incident = await makeIncident(await makeMonitor(team, { name: "mx1" }));
  return { team, channel, incident, link: { incidentId: incident.id, channelId: channel.id, signature: "" } };
}

test("of fifty who use a link at once one acknowledges, and the timeline names the channel", async () => {
  const { team, channel, incident, link } = await makeLinked();
  expect(await findLinkedIncident(link)).toMatchObject({ monitorName: "mx1", isOver: false, acknowledgedAt: null });
  const answers = await Promise.all(Array.from({ length: 50 }, () => acknowledgeOnChannel(incident.id, channel.id)));
  expect(answers.filter(Boolean)).toHaveLength(1);
  expect(await readIncident(team.id, incident.id)).toMatchObject({ acknowledgedBy: null, acknowledgedOn: "Night watch" });
  expect(await listIncidentEvents(team.id, incident.id)).toMatchObject([
    { event: { kind: "acknowledged", by: "Night watch", isChannel: true } },
  ]);
  expect(await findLinkedIncident(link)).toMatchObject({ acknowledgedAt: expect.any(Date), isAcknowledgedHere: true });
});

test("what is over is not acknowledged, and its link says so", async () => {
  const { channel, incident, link } = await makeLinked();
  await prisma.incident.update({ where: { id: incident.id }, data: { resolvedAt: new Date() } });
  expect(await acknowledgeOnChannel(incident.id, channel.id)).toBe(false);
  expect(await findLinkedIncident(link)).toMatchObject({ isOver: true });
});

test("a channel of another team, or one that is gone, opens nothing", async () => {
  const { channel, incident, link } = await makeLinked();
  const stranger = await makeChannel(await makeTeam());
  expect(await acknowledgeOnChannel(incident.id, stranger.id)).toBe(false);
  expect(await findLinkedIncident({ ...link, channelId: stranger.id })).toBeNull();
  await prisma.channel.delete({ where: { id: channel.id } });
  expect(await acknowledgeOnChannel(incident.id, channel.id)).toBe(false);
  expect(await findLinkedIncident(link)).toBeNull();
});
