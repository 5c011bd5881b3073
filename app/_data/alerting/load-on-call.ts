import { notFound } from "next/navigation";
import { requireViewer } from "#app/_data/viewer.ts";
import { canEdit } from "#core/account/role.ts";
import { parseId } from "#core/form/parse-id.ts";
import { shiftsBetween, type Shift } from "#core/on-call/on-call-shifts.ts";
import { rotationWords } from "#core/on-call/on-call-words.ts";
import { onCallAt, type OnCallSchedule } from "#core/on-call/on-call.ts";
import { wallTime } from "#core/time/local-time.ts";
import { loadPeople, namesOfPoliciesTelling, type People } from "./load-people.ts";

const PREVIEW_MS = 14 * 86_400_000;

/** Somebody's time on call as it is shown: from and to on the wall of the schedule. `isNow` while it lasts. */
export type ShownShift = { name: string | null; from: string; to: string; isNow: boolean };

/** The on-call schedules of the viewer's team: who has it now, and who is next. */
export async function loadOnCallList() {
  const viewer = await requireViewer();
  const people = await loadPeople(viewer.teamId);
  const now = Date.now();
  return {
    canEdit: canEdit(viewer.role),
    hasContacts: people.contacts.length > 0,
    schedules: people.onCall.map(({ onCallId, name, schedule }) => ({
      onCallId,
      name,
      timeZone: schedule.timeZone,
      now: nameAt(schedule, now, people),
      next: shownShifts(schedule, people.called.contacts, now)[1] ?? null,
      rotations: schedule.rotations.map((rotation) => rotationWords(rotation, people.called.contacts)),
    })),
  };
}

/** The form for a new on-call schedule. */
export async function loadOnCallForm() {
  const viewer = await requireViewer();
  const { contacts } = await loadPeople(viewer.teamId);
  return {
    canEdit: canEdit(viewer.role),
    zone: viewer.timeZone,
    today: todayIn(viewer.timeZone),
    contacts: contactChoices(contacts),
  };
}

/** An on-call schedule of the viewer's team, with who has it for two weeks and who takes over; not found for any other. */
export async function loadOnCall(idText: string) {
  const viewer = await requireViewer();
  const onCallId = parseId(idText) ?? notFound();
  const people = await loadPeople(viewer.teamId);
  const found = people.onCall.find((each) => each.onCallId === onCallId) ?? notFound();
  const { name, schedule, overrideIds } = found;
  const now = Date.now();
  return {
    canEdit: canEdit(viewer.role),
    onCallId,
    name,
    schedule,
    now: nameAt(schedule, now, people),
    today: todayIn(schedule.timeZone),
    lines: schedule.rotations.map((rotation) => rotationWords(rotation, people.called.contacts)),
    shifts: shownShifts(schedule, people.called.contacts, now),
    overrides: schedule.overrides.map(({ contactId, from, to }, index) => ({
      overrideId: overrideIds[index]!,
      name: people.called.contacts.get(contactId) ?? "somebody who is gone",
      from: wallText(from, schedule.timeZone),
      to: wallText(to, schedule.timeZone),
    })),
    contacts: contactChoices(people.contacts),
    policies: namesOfPoliciesTelling(people.policies, (tell) => "onCallId" in tell && tell.onCallId === onCallId),
  };
}

/** Who would be on call for two weeks by a schedule that is not saved yet, in the viewer's team. */
export async function previewShifts(schedule: Omit<OnCallSchedule, "overrides">): Promise<ShownShift[]> {
  const viewer = await requireViewer();
  const { called } = await loadPeople(viewer.teamId);
  return shownShifts({ ...schedule, overrides: [] }, called.contacts, Date.now());
}

function shownShifts(schedule: OnCallSchedule, contacts: ReadonlyMap<number, string>, now: number): ShownShift[] {
  const shifts: Shift[] = shiftsBetween(schedule, now, now + PREVIEW_MS);
  return shifts.map(({ contactId, from, to }) => ({
    name: contactId === null ? null : (contacts.get(contactId) ?? "somebody who is gone"),
    from: wallText(from, schedule.timeZone),
    to: wallText(to, schedule.timeZone),
    isNow: from === now,
  }));
}

function nameAt(schedule: OnCallSchedule, now: number, { called }: People): string | null {
  const contactId = onCallAt(schedule, now);
  return contactId === null ? null : (called.contacts.get(contactId) ?? null);
}

function wallText(at: number, timeZone: string): string {
  const format = {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  } as const;
  return new Intl.DateTimeFormat("en-GB", { ...format, timeZone }).format(at);
}

/** As 2026-11-30. */
function todayIn(timeZone: string): string {
  return new Date(wallTime(Date.now(), timeZone)).toISOString().slice(0, 10);
}

function contactChoices(contacts: People["contacts"]) {
  return contacts.map(({ contactId, name }) => ({ id: contactId, label: name }));
}
