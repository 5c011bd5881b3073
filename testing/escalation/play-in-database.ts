import type { Status } from "#core/check/status.ts";
import { prisma } from "#db/client.ts";
import { deleteContact } from "#db/contact/delete-contact.ts";
import { saveContact } from "#db/contact/save-contact.ts";
import { claimDelivery } from "#db/delivery/claim-delivery.ts";
import { finishDelivery } from "#db/delivery/finish-delivery.ts";
import { changeEscalation, type EscalationChange } from "#db/escalation/change-escalation.ts";
import { takeSteps } from "#db/escalation/take-steps.ts";
import { acknowledgeIncident } from "#db/incident/acknowledge-incident.ts";
import { undoAcknowledge } from "#db/incident/undo-acknowledge.ts";
import { pauseMonitor } from "#db/monitor/pause-monitor.ts";
import { savePolicy } from "#db/policy/save-policy.ts";
import { pool } from "#db/pool.ts";
import { recordResults } from "#db/result/record-results.ts";
import { inTransaction } from "#db/transaction.ts";
import type { Channel, Monitor, Team, User } from "#prisma/generated/client.ts";
import { makeCheck } from "#testing/checks.ts";
import { makeChannel, makeMonitor, makeTeam, makeUser } from "#testing/makers.ts";
import { CHANNELS, CONTACTS, policyOf } from "./cast.ts";
import type { EscalationCase } from "./play-case.ts";

const DAY = "2026-11-10";
const MINUTE_MS = 60_000;

type Stage = { team: Team; user: User; monitor: Monitor; channels: Map<string, Channel>; contacts: Map<string, number> };

/**
 * Plays a case with the real database, whose clock goes on by itself: instead of waiting, all that has happened is moved into the past. So
 * only cases that depend on no hour of the day can be played. Returns what was told, to the minute, in the words of the case.
 */
export async function playInDatabase({ day = DAY, script, ...words }: EscalationCase): Promise<string> {
  const stage = await setUp(words);
  const instant = (time: string) => Date.parse(time.includes("T") ? `${day.slice(0, 8)}${time}Z` : `${day}T${time}Z`);
  const events = script.split("|").map((event) => event.trim().split(" ") as [string, string, string?]);
  const shown: string[] = [];
  let [now, seen, isAwake] = [instant(events[0]![0]), 0, true];

  for (;;) {
    while (events[0] && instant(events[0][0]) <= now) {
      const [, act, name = ""] = events.shift()!;
      if (act === "asleep" || act === "awake") isAwake = act === "awake";
      else await happen(stage, act, name, isAwake);
    }
    if (isAwake) {
      await takeSteps(10);
      await arrive(stage.monitor);
    }
    const told = await prisma.telling.findMany({ where: { incident: { monitorId: stage.monitor.id } }, orderBy: { id: "asc" } });
    shown.push(...told.slice(seen).flatMap((row) => wordsOf(row, stage, timeOf(now, day))));
    seen = told.length;

    const lookIn = isAwake ? await nextLook(stage.monitor) : null;
    if (!events[0] && lookIn === null) return shown.join(", ");
    const next = Math.min(events[0] ? instant(events[0][0]) : Infinity, lookIn === null ? Infinity : now + lookIn);
    await letPass(next - now);
    now = next;
  }
}

async function setUp(words: Omit<EscalationCase, "name" | "day" | "script" | "told">): Promise<Stage> {
  const team = await makeTeam();
  const user = await makeUser({ team });
  const channels = new Map<string, Channel>();
  for (const [name, { kind }] of CHANNELS) {
    const channel = await makeChannel(team, { name });
    channels.set(name, await prisma.channel.update({ where: { id: channel.id }, data: { kind } }));
  }
  const contacts = new Map<string, number>();
  for (const [name, { kinds }] of Object.entries(CONTACTS)) {
    const channelIds = kinds.map((kind) => channels.get(`${name}.${kind}`)!.id);
    const saved = (await saveContact(team.id, null, { name, userId: null, channelIds })) as { contactId: number };
    contacts.set(name, saved.contactId);
  }
  const policy = JSON.parse(JSON.stringify(policyOf(words, [])), (key, value: unknown) => realId(key, value, channels, contacts));
  await savePolicy(team.id, null, { name: "Case", policy, tags: [], isDefault: true });
  const wishes = { intervalS: 60, confirmations: 0, incidentFrom: "degraded" } as const;
  const monitor = await makeMonitor(team, { policy: wishes, channels: [channels.get("own")!] });
  return { team, user, monitor, channels, contacts };
}

/** The cast's ids are numbers of its own. */
function realId(key: string, value: unknown, channels: Map<string, Channel>, contacts: Map<string, number>): unknown {
  if (key === "channelId") return channels.get([...CHANNELS].find(([, { channelId }]) => channelId === value)![0])!.id;
  if (key === "contactId") return contacts.get(Object.entries(CONTACTS).find(([, { contactId }]) => contactId === value)![0]);
  return value;
}

async function happen(
  { team, user, monitor, channels, contacts }: Stage,
  act: string,
  name: string,
  isAwake: boolean,
): Promise<void> {
  const open = await prisma.incident.findFirst({ where: { monitorId: monitor.id } });
  const incidentId = open?.id ?? 0;
  const check = async (status: Status) => recordResults([await makeCheck(monitor, status, await nextSlot(monitor))]);
  const note = (change: EscalationChange) => inTransaction((client) => changeEscalation(client, incidentId, change));
  if (!isAwake && ["down", "degraded", "worse", "up"].includes(act)) throw new Error("Whoever records tells at once.");
  if (act === "down" || act === "degraded" || act === "up") await check(act);
  else if (act === "worse") await check("down");
  else if (act === "ack") await acknowledgeIncident(team.id, incidentId, { userId: user.id, email: user.email });
  else if (act === "back") await undoAcknowledge(team.id, incidentId, user);
  else if (act === "close") await pauseMonitor(team.id, monitor.id, user.email);
  else if (act === "flaps") await note("flapping_began");
  else if (act === "steady") await note("steady_again");
  else if (act === "leaves") await deleteContact(team.id, contacts.get(name)!);
  else if (act === "fails") await giveUp(channels.get(name)!);
  else if (act !== "nothing") throw new Error(`No such act: ${act}`);
}

/** A slot of its own for each check, however quickly they come. */
async function nextSlot({ id }: Monitor): Promise<number> {
  const { lastSlotAt } = await prisma.health.findUniqueOrThrow({ where: { monitorId: id } });
  return (lastSlotAt?.getTime() ?? Date.now() - 3_600_000) + 1_000;
}

/** The channel gives up on what it was last told. */
async function giveUp({ id }: Channel): Promise<void> {
  const last = await prisma.delivery.findFirst({ where: { channelId: id }, orderBy: { id: "desc" } });
  if (!last) return;
  await prisma.delivery.update({ where: { id: last.id }, data: { status: "pending", releasedAt: new Date() } });
  await finishDelivery((await claimDelivery(last.id))!, 5, { outcome: "give-up", detail: "550 no" });
}

/** Every channel takes what it was told. */
async function arrive({ id: monitorId }: Monitor): Promise<void> {
  await prisma.delivery.updateMany({ where: { monitorId, status: "pending" }, data: { status: "sent" } });
  await prisma.escalation.updateMany({ where: { incident: { monitorId }, lookAt: { not: null } }, data: { lookAt: new Date(0) } });
  await takeSteps(10);
}

/** In how many milliseconds the next step is due, to the minute: between two events of a case some time goes by. */
async function nextLook({ id }: Monitor): Promise<number | null> {
  const { rows } = await pool.query<{ ms: number }>(
    `select extract(epoch from e.look_at - clock_timestamp())::float8 * 1000 as ms
     from escalation e join incident i on i.id = e.incident_id where i.monitor_id = $1 and e.look_at is not null`,
    [id],
  );
  return rows[0] ? Math.max(MINUTE_MS, Math.round(rows[0].ms / MINUTE_MS) * MINUTE_MS) : null;
}

/** Moves all that has happened into the past; what is due by then but for the time the playing took is due. */
async function letPass(ms: number): Promise<void> {
  await pool.query(
    `update escalation set ${["began_at", "worsened_at", "unacknowledged_at", "flapping_from", "flapping_to", "look_at"].map(earlier).join(", ")}`,
    [ms],
  );
  await pool.query(`update incident set ${["acknowledged_at", "resolved_at"].map(earlier).join(", ")}`, [ms]);
  await pool.query(`update telling set ${["run_at", "at"].map(earlier).join(", ")}`, [ms]);
  await pool.query(`update delivery set ${["created_at", "next_attempt_at"].map(earlier).join(", ")}`, [ms]);
  const { rows } = await pool.query<{ ms: number }>(
    "select max(extract(epoch from look_at - clock_timestamp()))::float8 * 1000 as ms from escalation where look_at < now() + interval '20 seconds'",
  );
  if ((rows[0]?.ms ?? 0) > 0) await letPass(Math.ceil(rows[0]!.ms) + 1);
}

type Row = { what: string; channelId: number | null; isLost: boolean };

/** What another step was just telling is no message of its own. */
function wordsOf({ what, channelId, isLost }: Row, { channels }: Stage, time: string): string[] {
  if (channelId === null) return isLost ? [`${time} nobody`] : [];
  const [name = "?"] = [...channels].find(([, { id }]) => id === channelId) ?? [];
  return [`${time} ${{ trouble: "", flapping: "flaps ", recovery: "up " }[what]}${name}`];
}

function timeOf(at: number, day: string): string {
  const [date = "", time = ""] = new Date(at).toISOString().split("T");
  return date === day ? time.slice(0, 5) : `${date.slice(8)}T${time.slice(0, 5)}`;
}

function earlier(column: string): string {
  return `${column} = ${column} - $1 * interval '1 ms'`;
}
