import { beforeEach, expect, test, vi } from "vitest";
import { putChannelCode } from "#db/channel/put-channel-code.ts";
import { prisma } from "#db/client.ts";
import { addDigest } from "#db/delivery/add-digest.ts";
import { acknowledgeIncident } from "#db/incident/acknowledge-incident.ts";
import { listIncidentEvents } from "#db/incident/list-incident-events.ts";
import { readIncident } from "#db/incident/read-incident.ts";
import { listRevokedChannels } from "#db/revocation/list-revoked-channels.ts";
import { inTransaction } from "#db/transaction.ts";
import type { Channel, Incident, Monitor, Team } from "#prisma/generated/client.ts";
import { makeChannel, makeMonitor, makeTeam, makeUser } from "#testing/makers.ts";
import { makeIncident, tell } from "#testing/outbox.ts";
import { PLIVO_URL, signedByPlivo } from "#testing/provider/plivo.ts";
import { TWILIO_URL, signedByTwilio } from "#testing/provider/twilio.ts";
import { answerCall } from "./answer-call.ts";

vi.hoisted(() => {
  process.env.PHONE_URLS = [
    "twilio://AC5ef8732a3c49700934481addd5ce1659:12c8a1c6ab9f5a4d5f3f0bd6f4e1c0ab@api.twilio.com/?from=%2B15005550006",
    "plivo://MAMTVJMJM1ZJMTYJY0MW:ZGE4OGMzMTI1YzE4MWQ3OTgzYjUyMjU0NTYx@api.plivo.com/?from=%2B14153336666",
  ].join(" ");
});

let team: Team;
let channel: Channel;
let monitor: Monitor;
let incident: Incident;
let deliveryId: number;

beforeEach(async () => {
  team = await makeTeam();
  const config = { number: "+4915123456789" };
  channel = await prisma.channel.create({
    data: { teamId: team.id, kind: "phone", name: "Night watch", config, verifiedAt: new Date() },
  });
  monitor = await makeMonitor(team, { name: "mx1 <&> co" });
  incident = await makeIncident(monitor);
  deliveryId = await tell("down", monitor, incident, channel);
});

const SIGNERS = { twilio: signedByTwilio, plivo: signedByPlivo };

/** Posts as a provider does, which signs the URL that it was given. */
function posted(id: number, given: Record<string, string> = {}, provider: keyof typeof SIGNERS = "twilio", token?: string) {
  const fields = new URLSearchParams({ CallStatus: "in-progress", To: "+4915123456789", ...given });
  const headers = new Headers(SIGNERS[provider](`http://localhost:3000/api/calls/${id}/${provider}`, fields, token));
  return answerCall(id, provider, { fields, header: (name) => headers.get(name) });
}

const incidentNow = () => readIncident(team.id, incident.id);

test("the settings of this test are those of the played providers", () => {
  expect(process.env.PHONE_URLS).toBe(`${TWILIO_URL} ${PLIVO_URL}`);
});

test.each([
  ["twilio", "Say", /<Gather input="dtmf" numDigits="1" [^>]*action="http:\/\/localhost:3000\/api\/calls\/\d+\/twilio">/],
  ["plivo", "Speak", /<GetInput inputType="dtmf" numDigits="1" [^>]*action="http:\/\/localhost:3000\/api\/calls\/\d+\/plivo">/],
] as const)("a call of %s says what is wrong and how to acknowledge", async (provider, element, gather) => {
  const script = await posted(deliveryId, {}, provider);
  const told = `<${element} language="en-US">Down: mx1 &lt;&amp;&gt; co could not be reached: Connection refused</${element}>`;
  expect(script).toContain(told);
  expect(script).toContain(`<${element} language="en-US">Press 1 to acknowledge.</${element}>`);
  expect(script).toMatch(gather);
});

test.each(["twilio", "plivo"] as const)("pressing 1 acknowledges, once, however often %s says it", async (provider) => {
  expect(await posted(deliveryId, { Digits: "1" }, provider)).toContain("Thank you. You have acknowledged it.");
  expect(await incidentNow()).toMatchObject({ acknowledgedOn: "Night watch" });
  expect(await posted(deliveryId, { Digits: "1" }, provider)).toContain("You have it already. Goodbye.");
  const acknowledged = (await listIncidentEvents(team.id, incident.id)).filter(({ event }) => event.kind === "acknowledged");
  expect(acknowledged).toHaveLength(1);
});

test("of twenty who press at once one acknowledges", async () => {
  const scripts = await Promise.all(Array.from({ length: 20 }, () => posted(deliveryId, { Digits: "1" })));
  expect(scripts.filter((script) => script?.includes("Thank you"))).toHaveLength(1);
});

test("another key says it again and acknowledges nothing", async () => {
  expect(await posted(deliveryId, { Digits: "7" })).toContain("Press 1 to acknowledge.");
  expect(await incidentNow()).toMatchObject({ acknowledgedAt: null });
});

test("whoever is called about what somebody has hears that, and is asked nothing", async () => {
  const user = await makeUser({ team });
  await acknowledgeIncident(team.id, incident.id, { userId: user.id, email: user.email });
  for (const script of [await posted(deliveryId), await posted(deliveryId, { Digits: "1" })]) {
    expect(script).toContain("Somebody has it already. Goodbye.");
    expect(script).not.toContain("Gather");
  }
});

test("what is over by then is said to be over", async () => {
  await prisma.incident.update({ where: { id: incident.id }, data: { resolvedAt: new Date() } });
  expect(await posted(deliveryId)).toContain("It is over already. Goodbye.");
  expect(await posted(deliveryId, { Digits: "1" })).toContain("It is over already. Goodbye.");
  const recovery = await tell("up", monitor, incident, channel);
  expect(await posted(recovery)).toContain("Up again: mx1 &lt;&amp;&gt; co after 4 min.");
});

test("an incident that is gone, and a call that never was, are said politely", async () => {
  const elsewhere = await tell("down", monitor, incident, await makeChannel(team));
  const gone = "What this call was about is not there any more. Goodbye.";
  for (const id of [elsewhere, 2_000_000_000]) expect(await posted(id, { Digits: "1" })).toContain(gone);
  await prisma.monitor.delete({ where: { id: monitor.id } });
  expect(await posted(deliveryId, { Digits: "1" })).toContain(gone);
});

test("a request that its provider has not signed is not answered, and changes nothing", async () => {
  const fields = new URLSearchParams({ Digits: "1" });
  const answer = (headers: Record<string, string>, provider = "twilio") =>
    answerCall(deliveryId, provider, { fields, header: (name) => new Headers(headers).get(name) });
  const url = `http://localhost:3000/api/calls/${deliveryId}/twilio`;
  expect(await answer({})).toBeNull();
  expect(await answer(signedByTwilio(url, new URLSearchParams({ Digits: "2" })))).toBeNull();
  expect(await answer(signedByTwilio(url.replace(String(deliveryId), "1"), fields))).toBeNull();
  expect(await answer(signedByTwilio(url, fields, "another token"))).toBeNull();
  expect(await answer(signedByTwilio(url, fields), "plivo")).toBeNull();
  expect(await answer(signedByTwilio(url.replace("twilio", "nobody"), fields), "nobody")).toBeNull();
  expect(await posted(deliveryId, { Digits: "1" }, "plivo", "another token")).toBeNull();
  expect(await incidentNow()).toMatchObject({ acknowledgedAt: null });
  expect(await answer(signedByTwilio(url, fields))).toContain("Thank you");
});

test("the key takes all that a digest tells of, and what somebody has stays theirs", async () => {
  const user = await makeUser({ team });
  const others = [await makeIncident(await makeMonitor(team)), await makeIncident(await makeMonitor(team))] as const;
  await acknowledgeIncident(team.id, others[1].id, { userId: user.id, email: user.email });
  const told = [deliveryId, ...(await Promise.all(others.map((other) => tell("down", monitor, other, channel))))];
  const digestId = await inTransaction(async (client) => {
    await addDigest(client, channel.id, told);
    const { rows } = await client.query<{ id: number }>("select gathered_in as id from delivery where id = $1", [deliveryId]);
    return rows[0]!.id;
  });
  expect(await posted(digestId)).toContain("Press 1 to acknowledge all of it.");
  expect(await posted(digestId, { Digits: "1" })).toContain("Thank you.");
  expect(await posted(digestId, { Digits: "1" })).toContain("Somebody has it already.");
  expect(await incidentNow()).toMatchObject({ acknowledgedOn: "Night watch" });
  expect(await readIncident(team.id, others[0].id)).toMatchObject({ acknowledgedOn: "Night watch" });
  expect(await readIncident(team.id, others[1].id)).toMatchObject({ acknowledgedBy: user.email, acknowledgedOn: null });
});

test("a code is said digit by digit, twice, as long as it counts", async () => {
  await putChannelCode(team.id, channel.id, channel.config as object, "042137");
  const data = {
    teamId: team.id,
    channelId: channel.id,
    kind: "code",
    message: { kind: "code", channelName: "x", url: "http://x/" },
  } as const;
  const { id } = await prisma.delivery.create({ data });
  const slowly = Array.from("042137")
    .map((digit) => `<Say language="en-US">${digit}</Say><Pause length="1"/>`)
    .join("");
  expect((await posted(id))?.split(slowly)).toHaveLength(3);
  await prisma.channelCode.update({ where: { channelId: channel.id }, data: { expiresAt: new Date(0) } });
  expect(await posted(id)).toContain("not there any more");
});

test.each(["twilio", "plivo"] as const)(
  "who is called with a code by %s and did not ask for it stops that with a key",
  async (provider) => {
    const To = provider === "plivo" ? "4915123456789" : "+4915123456789"; // as each of them has it
    const message = { kind: "code", channelName: "Night watch", url: "http://localhost:3000/channels/1" };
    const { id } = await prisma.delivery.create({ data: { teamId: team.id, channelId: channel.id, kind: "code", message } });
    await putChannelCode(team.id, channel.id, channel.config as object, "042137");
    expect(await posted(id, { To }, provider)).toContain("press 9");
    expect(await posted(id, { To, Digits: "7" }, provider)).toContain("press 9");
    expect(await posted(id, { To: "anonymous", Digits: "9" }, provider)).toContain("press 9");
    expect(await listRevokedChannels(team.id)).toEqual(new Map());
    for (let press = 0; press < 2; press++) {
      expect(await posted(id, { To, Digits: "9" }, provider)).toContain("Nothing more is sent to this number");
    }
    expect([...(await listRevokedChannels(team.id)).keys()]).toEqual([channel.id]);
    expect(await posted(id, { To }, provider)).toContain("not there any more");
  },
);

test("in a call about an incident that key stops nothing", async () => {
  expect(await posted(deliveryId, { Digits: "9" })).toContain("Press 1 to acknowledge.");
  expect(await listRevokedChannels(team.id)).toEqual(new Map());
});
