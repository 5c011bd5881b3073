import { beforeEach, expect, test } from "vitest";
import { POST } from "#app/api/slack/route.ts";
import { addChannel } from "#db/channel/add-channel.ts";
import { prisma } from "#db/client.ts";
import { acknowledgeOnChannel } from "#db/incident/acknowledge-on-channel.ts";
import { listIncidentEvents } from "#db/incident/list-incident-events.ts";
import { acknowledgeUrl } from "#db/incident/sign-link.ts";
import type { Incident, Team } from "#prisma/generated/client.ts";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { makeIncident } from "#testing/outbox.ts";
import { DOWN } from "#testing/provider/messages.ts";
import { SIGNING_SECRET, slackClick } from "#testing/provider/slack-click.ts";
import { playSlack } from "#testing/provider/slack.ts";
import { acknowledgeInSlack } from "./acknowledge-in-slack.ts";

let team: Team;
let incident: Incident;
let channelId: number;

const makeSlack = (teamId: number, secrets: object = { signingSecret: SIGNING_SECRET }) =>
  addChannel(teamId, {
    kind: "slack",
    name: "Night watch",
    config: { way: "bot" },
    secrets: { ...secrets },
    leadsTo: "",
    isVerified: true,
  });

/** A press of the button in the message that the channel was sent. */
const clickIn = (channel: number, wishes: Partial<Parameters<typeof slackClick>[0]> = {}) =>
  slackClick({ message: { ...DOWN, acknowledgeUrl: acknowledgeUrl(incident.id, channel) }, ...wishes });
/** Slack names no address to answer to, so that the route, which would ask the real one, asks nobody. */
const NO_ANSWER = { responseUrl: "" };
const asked = ({ body, headers }: ReturnType<typeof slackClick>) =>
  new Request("http://localhost:3000/api/slack", { method: "POST", headers, body });
const isAcknowledged = async () =>
  (await prisma.incident.findUniqueOrThrow({ where: { id: incident.id } })).acknowledgedOn !== null;

beforeEach(async () => {
  team = await makeTeam();
  incident = await makeIncident(await makeMonitor(team));
  channelId = await makeSlack(team.id);
});

test("a press in Slack acknowledges, says who it was, and shows it in the message", async () => {
  const slack = await playSlack();
  const { body, headers } = clickIn(channelId);
  expect(await acknowledgeInSlack(body, headers, (request) => slack.context().ask(request))).toBe(true);
  expect(await isAcknowledged()).toBe(true);
  expect(await listIncidentEvents(team.id, incident.id)).toMatchObject([
    { event: { kind: "acknowledged", by: "roadrunner in Slack #mail" } },
  ]);
  expect(JSON.stringify(slack.posts)).toContain("Acknowledged by roadrunner in Slack #mail");
});

test("who comes late is told so, and nothing changes", async () => {
  const slack = await playSlack();
  const { body, headers } = clickIn(channelId);
  await acknowledgeOnChannel(incident.id, channelId);
  await acknowledgeInSlack(body, headers, (request) => slack.context().ask(request));
  expect(JSON.stringify(slack.posts.at(-1))).toContain("Somebody has it already.");
  await prisma.incident.update({ where: { id: incident.id }, data: { resolvedAt: new Date() } });
  await acknowledgeInSlack(body, headers, (request) => slack.context().ask(request));
  expect(JSON.stringify(slack.posts.at(-1))).toContain("It is over.");
  expect(await listIncidentEvents(team.id, incident.id)).toHaveLength(1);
});

test("it counts where Slack does not take the change, or keeps us waiting", async () => {
  expect((await POST(asked(clickIn(channelId, NO_ANSWER)))).status).toBe(200);
  expect(await isAcknowledged()).toBe(true);
  const slack = await playSlack(() => "hang");
  const { body, headers } = clickIn(channelId);
  expect(await acknowledgeInSlack(body, headers, (request) => slack.context({ deadlineMs: 200 }).ask(request))).toBe(true);
  expect(slack.posts).toHaveLength(1);
});

test("what Slack has not signed with the channel's own secret is refused, and no different from what is not there", async () => {
  const withoutSecret = await makeSlack(team.id, {});
  const stranger = await makeSlack((await makeTeam()).id, { signingSecret: "0123456789abcdef0123456789abcdef" });
  const gone = await makeSlack(team.id);
  await prisma.channel.delete({ where: { id: gone } });
  const refused = [
    clickIn(channelId, { secret: "0123456789abcdef0123456789abcdef" }),
    clickIn(channelId, { atMs: Date.now() - 6 * 60_000 }),
    clickIn(withoutSecret),
    clickIn(gone),
    slackClick({
      message: { ...DOWN, acknowledgeUrl: `http://x/?link=${incident.id}.${channelId}.AAAAAAAAAAAAAAAAAAAAAA` },
    }),
  ];
  for (const each of refused) {
    const answer = await POST(asked(each));
    expect([answer.status, await answer.text()]).toEqual([401, ""]);
  }
  // Signed by that team's Slack, with a link we made: the channel is none of the incident's team.
  expect((await POST(asked(clickIn(stranger, { secret: "0123456789abcdef0123456789abcdef", ...NO_ANSWER })))).status).toBe(200);
  expect(await isAcknowledged()).toBe(false);
});

test("our other buttons are links, and a body without end is not read", async () => {
  expect((await POST(asked(clickIn(channelId, { button: 1 })))).status).toBe(200);
  const { body, headers } = clickIn(channelId);
  headers.set("content-length", String(1024 * 1024));
  expect((await POST(asked({ body, headers }))).status).toBe(413);
  expect(await isAcknowledged()).toBe(false);
});
