import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { POST as answer } from "#app/api/calls/[deliveryId]/[provider]/route.ts";
import { POST as takeReport } from "#app/api/reports/[deliveryId]/[attempt]/[provider]/route.ts";
import { incidentEventSentence } from "#core/incident/incident-event-sentence.ts";
import type { ReportState } from "#core/message/delivery-report.ts";
import { prisma } from "#db/client.ts";
import { saveContact } from "#db/contact/save-contact.ts";
import { addTestDelivery } from "#db/delivery/add-test-delivery.ts";
import { claimDelivery } from "#db/delivery/claim-delivery.ts";
import { dueDeliveries } from "#db/delivery/due-deliveries.ts";
import { finishDelivery } from "#db/delivery/finish-delivery.ts";
import { loadSent } from "#db/delivery/load-waiting.ts";
import { missReports } from "#db/delivery/miss-reports.ts";
import { recordReport } from "#db/delivery/record-report.ts";
import { releaseDue } from "#db/delivery/release-due.ts";
import { takeSteps } from "#db/escalation/take-steps.ts";
import { acknowledgeIncident } from "#db/incident/acknowledge-incident.ts";
import { listIncidentEvents } from "#db/incident/list-incident-events.ts";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import { savePolicy } from "#db/policy/save-policy.ts";
import { recordResults } from "#db/result/record-results.ts";
import { inTransaction } from "#db/transaction.ts";
import type { Channel, Delivery, Team } from "#prisma/generated/client.ts";
import { makeCheck } from "#testing/checks.ts";
import { startMailReceiver } from "#testing/mail-receiver.ts";
import { makeChannel, makeMonitor, makeTeam, makeUser } from "#testing/makers.ts";
import { roadsTo } from "#testing/roads.ts";
import { serveRoute } from "#testing/serve-route.ts";
import { deliver } from "#worker/deliver.ts";
import { log } from "#worker/log.ts";
import type { Roads } from "#worker/roads.ts";
import { PLIVO_URL, playPlivo, plivoReports } from "./plivo.ts";
import { TWILIO_URL, playTwilio, signedByTwilio, twilioReports } from "./twilio.ts";

vi.hoisted(() => {
  process.env.PHONE_URLS = [
    "twilio://AC5ef8732a3c49700934481addd5ce1659:12c8a1c6ab9f5a4d5f3f0bd6f4e1c0ab@api.twilio.com/?from=%2B15005550006",
    "plivo://MAMTVJMJM1ZJMTYJY0MW:ZGE4OGMzMTI1YzE4MWQ3OTgzYjUyMjU0NTYx@api.plivo.com/?from=%2B14153336666",
  ].join(" ");
});

const SLOT = Date.now() - 600_000;
const silent = log.child({}, { level: "silent" });

let team: Team;
let [text, call, mail]: Channel[] = [];

beforeAll(() => ensurePartitions(SLOT));
beforeEach(async () => {
  await prisma.escalation.deleteMany();
  await prisma.delivery.deleteMany();
  team = await makeTeam();
  text = await makeByPhone("sms", "Ada's texts");
  call = await makeByPhone("phone", "Ada's phone");
  mail = await makeChannel(team, { name: "Ada's mail" });
});

function makeByPhone(kind: "sms" | "phone", name: string): Promise<Channel> {
  const config = { number: "+4915123456789" };
  return prisma.channel.create({ data: { teamId: team.id, kind, name, config, leadsTo: name, verifiedAt: new Date() } });
}

/** A server of the team's is down, of which one contact is told on these, in order. Returns the incident's id. */
async function goDown(...channels: (Channel | undefined)[]): Promise<number> {
  const channelIds = channels.map((channel) => channel!.id);
  const { contactId } = (await saveContact(team.id, null, { name: "Ada", userId: null, channelIds })) as { contactId: number };
  const policy = {
    down: { steps: [{ afterS: 0, tell: [{ contactId }] }], repeat: null },
    degraded: null,
    change: null,
    quietHours: null,
    acknowledgedForS: null,
  };
  await savePolicy(team.id, null, { name: "Policy", policy, tags: [], isDefault: true });
  const monitor = await makeMonitor(team, { policy: { intervalS: 60, confirmations: 0 } });
  await recordResults([await makeCheck(monitor, "down", SLOT)]);
  const { id } = await prisma.incident.findFirstOrThrow({ where: { monitorId: monitor.id } });
  return id;
}

/** What is due is let out and sent, as a worker does. */
async function sendDue(roads: Roads): Promise<void> {
  await takeSteps(10);
  await releaseDue();
  for (const { deliveryId } of await dueDeliveries(10)) await deliver(deliveryId, roads, silent);
}

/** A phone provider that is played, the roads to it, and where what it is given to call back is served. */
async function withTwilio() {
  const twilio = await playTwilio();
  const phoneUrls = [TWILIO_URL.replace("twilio://", "twilio+http://").replace("api.twilio.com", new URL(twilio.origin).host)];
  const receiver = await startMailReceiver();
  const roads = roadsTo({ phoneUrls, smtpUrls: [receiver.url] });
  return { posts: twilio.posts, roads, receiver, ledTo: await serveReports() };
}
const serveReports = () => serveRoute("/api/reports/[deliveryId]/[attempt]/[provider]", takeReport);

const stateOf = async (channel: Channel | undefined): Promise<Delivery> =>
  prisma.delivery.findFirstOrThrow({ where: { channelId: channel!.id }, orderBy: { id: "desc" } });
const told = async () => (await prisma.delivery.findMany({ orderBy: { id: "asc" } })).map(({ channelId }) => channelId);
const timeline = async (incidentId: number) =>
  (await listIncidentEvents(team.id, incidentId))
    .map(({ event }) => event)
    .filter(({ kind }) => kind === "told" || kind === "reported")
    .map(incidentEventSentence);
const letTimePass = () =>
  prisma.$executeRaw`update delivery set report_due_at = now() where report_due_at < now() + interval '10 minutes'`;
const ofState = (state: ReportState) => ({ state, words: null, isForGood: false });

test("a text that is delivered is delivered, whatever is said of it afterwards", async () => {
  const incidentId = await goDown(text, call);
  const { posts, roads, receiver, ledTo } = await withTwilio();
  await sendDue(roads);
  for (const MessageStatus of ["queued", "sent", "delivered", "delivered", "sent", "undelivered"])
    expect(await twilioReports(posts[0]!, { MessageStatus }, { ledTo })).toBe(204);
  expect(await stateOf(text)).toMatchObject({ status: "sent", report: ofState("delivered"), reportDueAt: null });
  expect(await timeline(incidentId)).toEqual([
    expect.stringMatching(/^Told Ada's texts: Twilio: queued as SM/),
    "Ada's texts: delivered",
  ]);
  await sendDue(roads);
  expect(await told()).toEqual([text!.id]);
  await receiver.stop();
});

test("from a text that is not delivered to a call that is not answered to mail, one after the other", async () => {
  const incidentId = await goDown(text, call, mail);
  const { posts, roads, receiver, ledTo } = await withTwilio();
  await sendDue(roads);
  await twilioReports(posts[0]!, { MessageStatus: "undelivered", ErrorCode: "30003" }, { ledTo });
  await sendDue(roads);
  await twilioReports(posts[1]!, { CallStatus: "no-answer", CallDuration: "0" }, { ledTo });
  await sendDue(roads);
  expect(await told()).toEqual([text!.id, call!.id, mail!.id]);
  expect(receiver.received).toHaveLength(1);
  expect(await timeline(incidentId)).toEqual([
    expect.stringMatching(/^Told Ada's texts/),
    "Ada's texts: undelivered: Twilio: Unreachable destination handset (30003)",
    expect.stringMatching(/^Told Ada's phone/),
    "Ada's phone: not answered",
    expect.stringMatching(/^Told Ada's mail/),
  ]);
  expect(await prisma.delivery.count({ where: { kind: "channel_failed" } }), "a phone that is off is nothing to put right").toBe(0);
  await receiver.stop();
});

test("Plivo says it, too, and a busy phone is tried no longer once somebody has it", async () => {
  const incidentId = await goDown(text, call, mail);
  const plivo = await playPlivo();
  const phoneUrls = [PLIVO_URL.replace("plivo://", "plivo+http://").replace("api.plivo.com", new URL(plivo.origin).host)];
  const roads = roadsTo({ phoneUrls });
  const ledTo = await serveReports();
  await sendDue(roads);
  expect(await plivoReports(plivo.posts[0]!, { Status: "failed", ErrorCode: "80" }, ledTo)).toBe(204);
  await sendDue(roads);
  const user = await makeUser({ team });
  await acknowledgeIncident(team.id, incidentId, { userId: user.id, email: user.email });
  expect(await plivoReports(plivo.posts[1]!, { CallStatus: "busy", HangupCauseName: "Busy Line" }, ledTo)).toBe(204);
  await sendDue(roads);
  expect(await told(), "nobody else is told").toEqual([text!.id, call!.id]);
  expect((await timeline(incidentId)).filter((line) => !line.startsWith("Told"))).toEqual([
    "Ada's texts: undelivered: Plivo: Destination temporarily unavailable (80)",
    "Ada's phone: busy: Plivo: Busy Line",
  ]);
});

test("a number that is none is told to the team on another channel", async () => {
  await prisma.channel.delete({ where: { id: call!.id } });
  await goDown(text, mail);
  const { posts, roads, receiver, ledTo } = await withTwilio();
  await sendDue(roads);
  await twilioReports(posts[0]!, { MessageStatus: "undelivered", ErrorCode: "30005" }, { ledTo });
  expect(await prisma.delivery.findMany({ where: { kind: "channel_failed" } })).toMatchObject([
    { channelId: mail!.id, message: { reason: "Twilio: Unknown destination handset (30005)" } },
  ]);
  await receiver.stop();
});

test("of a report that never comes the timeline says so: a call has failed by then, a text may have arrived", async () => {
  const incidentId = await goDown(text, call, mail);
  const { posts, roads, receiver, ledTo } = await withTwilio();
  await sendDue(roads);
  expect(await missReports()).toBe(0);
  await letTimePass();
  await Promise.all(Array.from({ length: 5 }, missReports));
  await sendDue(roads);
  expect(await stateOf(text)).toMatchObject({ status: "sent", report: { state: "missing" } });
  expect(await told()).toEqual([text!.id]);

  await twilioReports(posts[0]!, { MessageStatus: "undelivered", ErrorCode: "30008" }, { ledTo });
  await sendDue(roads);
  await letTimePass();
  expect(await missReports()).toBe(1);
  await sendDue(roads);
  expect(await told()).toEqual([text!.id, call!.id, mail!.id]);
  await twilioReports(posts[1]!, { CallStatus: "completed", CallDuration: "31" }, { ledTo });
  expect(await stateOf(call), "it was late, and somebody has heard it all the same").toMatchObject({ status: "sent" });
  expect((await timeline(incidentId)).filter((line) => !line.startsWith("Told"))).toEqual([
    "Ada's texts: its provider has not said what came of it",
    "Ada's texts: undelivered: Twilio: Unknown error (30008)",
    "Ada's phone: its provider has not said what came of it",
    "Ada's phone: answered",
  ]);
  await receiver.stop();
});

test("whoever answers is heard of at once, by what the call asks for", async () => {
  await goDown(call);
  const { posts, roads, receiver, ledTo } = await withTwilio();
  await sendDue(roads);
  const url = posts[0]!.get("Url")!;
  const fields = new URLSearchParams({ CallStatus: "in-progress" });
  const answered = await serveRoute("/api/calls/[deliveryId]/[provider]", answer);
  const response = await fetch(answered(url), { method: "POST", body: fields, headers: signedByTwilio(url, fields) });
  expect(await response.text()).toContain("Press 1 to acknowledge.");
  await twilioReports(posts[0]!, { CallStatus: "busy" }, { ledTo });
  expect(await stateOf(call)).toMatchObject({ status: "sent", report: ofState("answered"), reportDueAt: null });
  await receiver.stop();
});

test("what is not signed, or about another attempt, changes nothing", async () => {
  await goDown(text);
  const { posts, roads, receiver, ledTo } = await withTwilio();
  await sendDue(roads);
  const said = { MessageStatus: "undelivered", ErrorCode: "30003" };
  expect(await twilioReports(posts[0]!, said, { ledTo, token: "another token" })).toBe(403);
  const { id } = await stateOf(text);
  expect(await recordReport(id, 2, ofState("undelivered"))).toBe(false);
  expect(await stateOf(text)).toMatchObject({ status: "sent", report: null });
  await receiver.stop();
});

test("what is said before its attempt is recorded counts once it is; what was said of an attempt before that does not", async () => {
  const incidentId = await goDown(text, mail);
  await releaseDue();
  const { id } = await stateOf(text);
  const first = (await claimDelivery(id))!;
  expect(await recordReport(id, 1, ofState("undelivered"))).toBe(true);
  await finishDelivery(first, 0, { outcome: "retry", detail: "broken off", retryAfterMs: 0 });
  await releaseDue();
  const second = (await claimDelivery(id))!;
  expect(await recordReport(id, 2, { state: "busy", words: null, isForGood: false })).toBe(true);
  expect(await stateOf(text)).toMatchObject({ status: "sending" });
  await finishDelivery(second, 0, { outcome: "sent", detail: "queued" });
  expect(await stateOf(text)).toMatchObject({ status: "failed", report: { state: "busy" } });
  expect(await timeline(incidentId)).toEqual([
    "Could not tell Ada's texts, trying again: broken off",
    "Told Ada's texts: queued",
    "Ada's texts: busy",
  ]);
  await takeSteps(10);
  expect(await told()).toEqual([text!.id, mail!.id]);
});

test("of thirty who say it at once one is taken in", async () => {
  const incidentId = await goDown(text);
  const { roads, receiver } = await withTwilio();
  await sendDue(roads);
  const { id } = await stateOf(text);
  for (let round = 0; round < 6; round++)
    await Promise.all(Array.from({ length: 5 }, (_, n) => recordReport(id, 1, ofState(n % 2 ? "delivered" : "undelivered"))));
  expect((await timeline(incidentId)).filter((line) => !line.startsWith("Told"))).toHaveLength(1);
  await receiver.stop();
});

test("what a digest tells fares as it does", async () => {
  const monitors = await Promise.all(
    Array.from({ length: 7 }, () => makeMonitor(team, { policy: { intervalS: 60, confirmations: 0 }, channels: [text!] })),
  );
  await recordResults(await Promise.all(monitors.map((monitor) => makeCheck(monitor, "down", SLOT))));
  const { posts, roads, receiver, ledTo } = await withTwilio();
  await sendDue(roads);
  await twilioReports(posts[0]!, { MessageStatus: "undelivered", ErrorCode: "30003" }, { ledTo });
  expect(await prisma.delivery.groupBy({ by: ["status"], _count: true })).toEqual([{ status: "failed", _count: 8 }]);
  const { id } = await prisma.incident.findFirstOrThrow({ where: { monitorId: monitors[0]!.id } });
  expect((await timeline(id)).at(-1)).toBe(
    "Ada's texts, together with 6 others: undelivered: Twilio: Unreachable destination handset (30003)",
  );
  await receiver.stop();
});

test("a phone that rang unheard counts as told where much happens at once", async () => {
  await goDown(call);
  const { posts, roads, receiver, ledTo } = await withTwilio();
  await sendDue(roads);
  await twilioReports(posts[0]!, { CallStatus: "no-answer" }, { ledTo });
  const { contactId } = await prisma.contactChannel.findFirstOrThrow({ where: { channelId: call!.id } });
  const reader = `contact ${contactId}`;
  const sentAt = await inTransaction((client) => loadSent(client, [reader]));
  expect(sentAt.get(reader)).toHaveLength(1);
  await receiver.stop();
});

test("a test that nobody answers has failed, and alarms nobody", async () => {
  const { id: userId } = await makeUser({ team });
  await addTestDelivery(team.id, call!.id, userId);
  const { posts, roads, receiver, ledTo } = await withTwilio();
  await sendDue(roads);
  await twilioReports(posts[0]!, { CallStatus: "no-answer" }, { ledTo });
  expect(await stateOf(call)).toMatchObject({ kind: "test", status: "failed", report: ofState("unanswered") });
  expect(await told()).toEqual([call!.id]);
  await receiver.stop();
});
