import type { LocalHours } from "../time/local-hours.ts";
import type { Rotation } from "./on-call.ts";

const DAYS = ["", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** A rotation in words: "Ann and Ben take turns every week from Mon 2 Nov 2026 09:00, from 18:00 to 08:00". */
export function rotationWords(
  { contactIds, startsAt, endsAt, every, within }: Rotation,
  contacts: ReadonlyMap<number, string>,
): string {
  const names = contactIds.map((contactId) => contacts.get(contactId) ?? "somebody who is gone");
  const who = names.length === 1 ? names[0]! : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  const turns =
    names.length === 1 ? "" : ` take turns every ${every.count === 1 ? every.unit.slice(0, -1) : `${every.count} ${every.unit}`}`;
  const end = endsAt === null ? "" : ` until ${localText(endsAt)}`;
  return `${who}${turns} from ${localText(startsAt)}${end}${within.length === 0 ? "" : `, ${within.map(hoursWords).join(" and ")}`}`;
}

function hoursWords({ from, to, days }: LocalHours): string {
  const on = days === undefined || days.length === 7 ? "" : ` on ${days.map((day) => DAYS[day]).join(", ")}`;
  return `from ${from} to ${to}${on}`;
}

function localText(local: string): string {
  return local.replace("T", " ");
}
