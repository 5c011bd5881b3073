import type { Directory } from "#core/escalation/escalation-reach.ts";
import type { Course } from "#core/escalation/escalation-run.ts";
import { escalate, type Escalation, type Told } from "#core/escalation/escalation.ts";
import { CHANNELS, CONTACTS, policyOf, scheduleOf, type PolicyWords } from "./cast.ts";

/**
 * A case of escalation. All instants are UTC, of `day`, or "29T02:00" of another day of its month; `zone` is where the schedules and the quiet hours are
 * kept. `schedules` has the rotations of each on-call schedule (testing/escalation/cast.ts). `script` is what happens, in order:
 *
 *   down, degraded      the incident opens           worse         it was degraded and is down now
 *   ack, back           somebody takes it on, or gives it back
 *   up                  it has recovered
 *   close               its monitor is paused        flaps, steady it comes and goes, and does so no more
 *   hangs ann.sms       the channel does not take what it was told, and keeps trying; takes it (ann.sms) at last: arrives ann.sms
 *   fails ann.sms       the channel gave up          asleep, awake nobody looks at what is due, and somebody does again
 *   takes ben 09:00 12:00 duty                       an override of the schedule "duty"
 *   leaves ann          a contact is deleted
 *   blocks ann.email, clears ann.email               its mail needs a server that is down, and does so no more
 *
 * `told` is what that comes to: when and to whom, "up ann.sms" for a recovery, "flaps ann.sms" for flapping, "nobody" where a step reached nobody.
 */
export type EscalationCase = PolicyWords & {
  name: string;
  day?: string;
  schedules?: Record<string, string[]>;
  script: string;
  told: string;
};

const DAY = "2026-11-10"; // a Tuesday
const MOST_LOOKS = 5_000;
/** What happens without anybody looking at the incident for it. */
const UNNOTICED = new Set(["hangs", "arrives", "takes", "leaves", "blocks", "clears", "nothing"]);

type World = { course: Course | null; told: Told[]; directory: Directory; isAwake: boolean };

/** Plays a case and returns what was told, in its words. `sweepMs`: somebody also looks this often without need. */
export function playCase(each: EscalationCase, sweepMs = Infinity): string {
  const { told } = play(each, sweepMs);
  return told
    .filter(isShown)
    .map((row) => `${timeOf(row.at, each.day ?? DAY)} ${wordsOf(row)}`)
    .join(", ");
}

/** Plays a case on a clock of its own and returns what became of the incident and what was told. */
export function play(
  { day = DAY, zone = "UTC", schedules = {}, script, ...words }: Omit<EscalationCase, "name" | "told">,
  sweepMs = Infinity,
): { course: Course; told: Told[] } {
  const names = Object.keys(schedules);
  const policy = policyOf({ ...words, zone }, names);
  const instant = (time: string) => Date.parse(time.includes("T") ? `${day.slice(0, 8)}${time}Z` : `${day}T${time}Z`);
  const events = script.split("|").map((event) => event.trim().split(" "));
  const world: World = { course: null, told: [], directory: makeDirectory(schedules, zone), isAwake: true };

  let lookAt: number | null = null;
  let [now, looks] = [instant(events[0]![0]!), 0];
  for (; looks < MOST_LOOKS; looks++) {
    let isWoken = now >= (lookAt ?? Infinity) || sweepMs < Infinity;
    while (events[0] && instant(events[0][0]!) <= now) {
      isWoken ||= !UNNOTICED.has(events[0][1]!);
      happen(world, events.shift()!, instant, names);
    }
    if (isWoken && world.isAwake && world.course) {
      const asked: Escalation = escalate({ ...world, course: world.course, policy }, now);
      const at = now;
      world.told.push(...asked.tell.map((telling) => ({ ...telling, at })));
      ({ lookAt } = asked);
    }
    const isOver = events.length === 0 && (lookAt === null || !world.isAwake);
    if (isOver) break;
    const next = Math.min(events[0] ? instant(events[0][0]!) : Infinity, (world.isAwake && lookAt) || Infinity);
    if (next < now) throw new Error("It wants to look back.");
    now = Math.min(next, now + sweepMs);
  }
  if (looks === MOST_LOOKS) throw new Error("It never comes to an end.");
  return { course: world.course!, told: world.told };
}

function makeDirectory(schedules: Record<string, string[]>, zone: string): Directory {
  return {
    channels: new Map([...CHANNELS.values()].map(({ channelId, kind }) => [channelId, kind])),
    contacts: new Map(
      Object.entries(CONTACTS).map(([name, { contactId, kinds }]) => [contactId, kinds.map((kind) => idOf(`${name}.${kind}`))]),
    ),
    onCall: new Map(Object.values(schedules).map((lines, index) => [index + 1, scheduleOf(lines, zone)])),
    monitorChannelIds: [idOf("own")],
    endangered: new Set(),
  };
}

function happen(
  world: World,
  [time = "", act, ...rest]: string[],
  instant: (time: string) => number,
  schedules: readonly string[],
): void {
  const at = instant(time);
  const [name = "", from = "", to = "", schedule = ""] = rest;
  const { course, directory } = world;
  const change = (changed: Partial<Course>) => (world.course = { ...course!, ...changed });
  if (act === "down" || act === "degraded") world.course = opened(at, act);
  else if (act === "worse") change({ worsenedAt: at });
  else if (act === "ack") change({ acknowledgedAt: at });
  else if (act === "back") change({ acknowledgedAt: null, unacknowledgedAt: at });
  else if (act === "up") change({ closedAt: at, hasRecovered: true });
  else if (act === "close") change({ closedAt: at });
  else if (act === "flaps") change({ flapping: { from: at, to: null } });
  else if (act === "steady") change({ flapping: { from: course!.flapping!.from, to: at } });
  else if (act === "asleep" || act === "awake") world.isAwake = act === "awake";
  else if (act === "fails") {
    const row = world.told.findLastIndex(({ channelId }) => channelId === idOf(name));
    if (row >= 0) world.told[row] = { ...world.told[row]!, isLost: true };
  } else if (act === "hangs" || act === "arrives") {
    const row = world.told.findLastIndex(({ channelId }) => channelId === idOf(name));
    if (row >= 0) world.told[row] = { ...world.told[row]!, isUnderway: act === "hangs" };
  } else if (act === "takes") {
    const override = { contactId: CONTACTS[name]!.contactId, from: instant(from), to: instant(to) };
    directory.onCall.get(schedules.indexOf(schedule) + 1)!.overrides.push(override);
  } else if (act === "leaves") {
    world.directory = {
      ...directory,
      contacts: new Map([...directory.contacts].filter(([id]) => id !== CONTACTS[name]!.contactId)),
    };
  } else if (act === "blocks") {
    world.directory = { ...directory, endangered: new Set([...directory.endangered, idOf(name)]) };
  } else if (act === "clears") {
    world.directory = { ...directory, endangered: new Set([...directory.endangered].filter((id) => id !== idOf(name))) };
  } else if (act !== "nothing") throw new Error(`No such act: ${act}`);
}

function opened(openedAt: number, severity: "down" | "degraded"): Course {
  const yet = { worsenedAt: null, acknowledgedAt: null, unacknowledgedAt: null, flapping: null, closedAt: null } as const;
  return { openedAt, severity, ...yet, hasRecovered: false };
}

/** What another step was just telling is no message of its own. */
function isShown({ channelId, isLost }: Told): boolean {
  return channelId !== null || isLost;
}

function wordsOf({ what, channelId }: Told): string {
  const name = [...CHANNELS].find(([, each]) => each.channelId === channelId)?.[0] ?? "nobody";
  return `${{ trouble: "", flapping: "flaps ", recovery: "up " }[what]}${name}`;
}

function timeOf(at: number, day: string): string {
  const [date = "", time = ""] = new Date(at).toISOString().split("T");
  const short = time.replace(/:00\.000Z$|\.000Z$|Z$/, "");
  return date === day ? short : `${date.slice(8)}T${short}`;
}

function idOf(name: string): number {
  return CHANNELS.get(name)!.channelId;
}
