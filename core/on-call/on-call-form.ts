// The form runs in the browser: nothing here may bring the schema library with it.
import type { Rotation } from "./on-call.ts";

/** Hours of the day as they are typed; `days` are 1 for Monday to 7 for Sunday. */
export type TypedHours = { key: number; from: string; to: string; days: number[] };

/** A rotation as it stands in the form. */
export type TypedRotation = {
  key: number;
  contactIds: number[];
  startsAt: string;
  endsAt: string;
  count: string;
  unit: Rotation["every"]["unit"];
  within: TypedHours[];
};

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

let keys = 0;
const nextKey = () => (keys += 1);

/** A rotation that is handed over every week at nine, from a day (such as 2026-11-30) on. */
export function newRotation(day: string): TypedRotation {
  return { key: nextKey(), contactIds: [], startsAt: `${day}T09:00`, endsAt: "", count: "1", unit: "weeks", within: [] };
}

export function newHours(): TypedHours {
  return { key: nextKey(), from: "18:00", to: "08:00", days: EVERY_DAY };
}

export function typedRotation({ contactIds, startsAt, endsAt, every, within }: Rotation): TypedRotation {
  return {
    key: nextKey(),
    contactIds,
    startsAt,
    endsAt: endsAt ?? "",
    count: String(every.count),
    unit: every.unit,
    within: within.map(({ from, to, days }) => ({ key: nextKey(), from, to, days: days ?? EVERY_DAY })),
  };
}

/** What was typed, as the schema is to read it: a number that is none stays as it was typed. */
export function untypedRotation({ contactIds, startsAt, endsAt, count, unit, within }: TypedRotation): object {
  return {
    contactIds,
    startsAt,
    endsAt: endsAt === "" ? null : endsAt,
    every: { count: /^\d{1,4}$/.test(count.trim()) ? Number(count) : "none", unit },
    within: within.map(({ from, to, days }) => ({ from, to, ...(days.length === 7 ? {} : { days }) })),
  };
}
