import { beforeEach, expect, test } from "vitest";
import { confirmChannel } from "#db/channel/confirm-channel.ts";
import { prisma } from "#db/client.ts";
import { addCodeDelivery } from "#db/delivery/add-code-delivery.ts";
import { releaseDue } from "#db/delivery/release-due.ts";
import { readPhoneUse } from "#db/phone-use/read-phone-use.ts";
import type { Channel, Incident, Monitor, Team } from "#prisma/generated/client.ts";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { makeIncident, tell } from "#testing/outbox.ts";
import { printFigure } from "#testing/print-figure.ts";
import type { ProviderAnswer } from "#testing/provider/play-provider.ts";
import { TWILIO_URL, playTwilio, twilioError } from "#testing/provider/twilio.ts";
import { roadsTo } from "#testing/roads.ts";
import { deliver } from "./deliver.ts";
import { log } from "./log.ts";
import type { Roads } from "./roads.ts";

let team: Team;
let monitor: Monitor;
let incident: Incident;

beforeEach(async () => {
  team = await makeTeam();
  monitor = await makeMonitor(team, { name: "mx1" });
  incident = await makeIncident(monitor);
});

const silent = log.child({}, { level: "silent" });
/** Makes an attempt at what is let out, as a worker does. */
async function attempt(deliveryId: number, roads: Roads): Promise<void> {
  await releaseDue();
  await deliver(deliveryId, roads, silent);
}
const stateOf = (id: number) => prisma.delivery.findUniqueOrThrow({ where: { id }, include: { tries: true } });

function makeByPhone(kind: "sms" | "phone", number: string, isVerified = true): Promise<Channel> {
  const verifiedAt = isVerified ? new Date() : null;
  return prisma.channel.create({ data: { teamId: team.id, kind, name: number, config: { number }, leadsTo: number, verifiedAt } });
}

/** Roads on which Twilio is the played one. */
async function roadsToTwilio(given: Partial<Roads> = {}, answer?: ProviderAnswer) {
  const twilio = await playTwilio(() => answer);
  const phoneUrls = [TWILIO_URL.replace("twilio://", "twilio+http://").replace("api.twilio.com", new URL(twilio.origin).host)];
  return { twilio, roads: roadsTo({ phoneUrls, ...given }) };
}

test("a text and a call go out, and are counted for the day", async () => {
  const { twilio, roads } = await roadsToTwilio();
  for (const kind of ["sms", "phone"] as const) {
    const deliveryId = await tell("down", monitor, incident, await makeByPhone(kind, "+4915123456789"));
    await attempt(deliveryId, roads);
    expect(await stateOf(deliveryId)).toMatchObject({
      status: "sent",
      tries: [{ detail: expect.stringMatching(/^Twilio: queued as/) }],
    });
    expect(await readPhoneUse(team.id, kind)).toEqual({ taken: 1, units: 1 });
  }
  const [text, call] = twilio.posts;
  expect(text!.get("Body")).toMatch(/^Down, connect refused: mx1, 127\.0\.0\.1:25\. /);
  expect(call!.get("Url")).toMatch(/^http:\/\/localhost:3000\/api\/calls\/\d+\/twilio$/);
});

test("over what a team may have in a day nothing is sent, at once and with the reason", async () => {
  const { twilio, roads } = await roadsToTwilio({ mostPerDay: { sms: 3, phone: 3 } });
  const deliveryIds = await Promise.all(
    Array.from({ length: 12 }, async () => tell("down", monitor, incident, await makeByPhone("sms", "+4915123456789"))),
  );
  await releaseDue();
  await Promise.all(deliveryIds.map((id) => deliver(id, roads, silent)));
  expect(twilio.posts).toHaveLength(3);
  const states = await Promise.all(deliveryIds.map(stateOf));
  expect(states.filter(({ status }) => status === "sent")).toHaveLength(3);
  const given_up = states.filter(({ status }) => status === "failed");
  expect(new Set(given_up.map(({ tries }) => tries[0]!.detail))).toEqual(
    new Set(["Your team has had 3 SMS today, which is as many as it may have in a day (UTC)."]),
  );
  expect(given_up).toHaveLength(9);
});

test("what a provider refuses costs no place, and what it may have taken does", async () => {
  for (const [answer, taken] of [
    [twilioError(500, 20500, "Internal Server Error"), 0],
    ["break-off", 1],
  ] as const) {
    const { roads } = await roadsToTwilio({}, answer);
    await attempt(await tell("down", monitor, incident, await makeByPhone("phone", "+4915123456789")), roads);
    expect(await readPhoneUse(team.id, "phone")).toMatchObject({ taken });
  }
});

test("premium rate, satellites, countries that are not allowed, our own number and unconfirmed ones: none is sent (S16)", async () => {
  const { twilio, roads } = await roadsToTwilio();
  const numbers = [
    "+19005551234",
    "+499001234567",
    "+448712345678",
    "+33899123456",
    "+979123456789",
    "+491803123456",
    "+447012345678",
    "+881612345678",
    "+870773111632",
    "+18765551234",
    "+2522345678",
    "+15005550006",
  ];
  const channels = [
    ...(await Promise.all(numbers.flatMap((number) => [makeByPhone("sms", number), makeByPhone("phone", number)]))),
    await makeByPhone("sms", "+4915123456789", false),
    await makeByPhone("phone", "+4915123456789", false),
  ];
  for (const channel of channels) {
    const deliveryId = await tell("down", monitor, incident, channel);
    await attempt(deliveryId, roads);
    expect(await stateOf(deliveryId)).toMatchObject({ status: "failed", tries: [{ outcome: "give-up" }] });
  }
  expect(twilio.asked).toEqual([]);
  printFigure(
    "S16",
    `${channels.length} channels to numbers that earn, that may not be or that nobody confirmed: ${twilio.asked.length} sent`,
  );
  expect(await readPhoneUse(team.id, "sms")).toEqual({ taken: 0, units: 0 });
});

test("a number is confirmed by the code that was texted to it", async () => {
  const { twilio, roads } = await roadsToTwilio();
  const channel = await makeByPhone("sms", "+4915123456789", false);
  await addCodeDelivery(team.id, channel.id);
  const { id } = await prisma.delivery.findFirstOrThrow({ where: { channelId: channel.id } });
  await attempt(id, roads);
  const [code] = /^\d{6}/.exec(twilio.posts[0]!.get("Body")!)!;
  expect(await confirmChannel(team.id, channel.id, code)).toBe("confirmed");
});
