import { expect, test } from "vitest";
import { parseContactForm } from "../channel/parse-contact-form.ts";
import { newHours, newRotation, typedRotation, untypedRotation } from "./on-call-form.ts";
import { rotationWords } from "./on-call-words.ts";
import type { Rotation } from "./on-call.ts";
import { parseOnCallForm } from "./parse-on-call-form.ts";
import { parseOverrideForm } from "./parse-override-form.ts";

const rotation: Rotation = {
  contactIds: [1, 2, 1],
  startsAt: "2026-11-30T09:00",
  endsAt: "2027-01-01T00:00",
  every: { count: 2, unit: "days" },
  within: [{ from: "18:00", to: "08:00", days: [1, 2] }],
};
const send = (typed: object[]) =>
  parseOnCallForm({ name: "Mail team", timeZone: "Europe/Berlin", rotations: JSON.stringify(typed) });

test("a schedule opens with its rotations and saves the same", () => {
  expect(send([untypedRotation(typedRotation(rotation))])).toEqual({
    ok: true,
    draft: { name: "Mail team", timeZone: "Europe/Berlin", rotations: [rotation] },
  });
});

test("what is wrong with a rotation is said at its field", () => {
  const typed = { ...newRotation("2026-11-30"), count: "often", startsAt: "", within: [{ ...newHours(), from: "" }] };
  expect(send([untypedRotation(typed)])).toEqual({
    ok: false,
    errors: {
      "rotations.0.contactIds": "A rotation has somebody in it.",
      "rotations.0.startsAt": "Enter a day and a time.",
      "rotations.0.every.count": "Enter how often it is handed over.",
      "rotations.0.within.0.from": "Enter a time such as 08:30.",
    },
  });
});

test("a rotation is said in words", () => {
  const names = new Map([[1, "Ann"]]);
  expect(rotationWords(rotation, names)).toBe(
    "Ann, somebody who is gone and Ann take turns every 2 days from 2026-11-30 09:00 until 2027-01-01 00:00, from 18:00 to 08:00 on Mon, Tue",
  );
  expect(rotationWords({ ...rotation, contactIds: [1], endsAt: null, within: [] }, names)).toBe("Ann from 2026-11-30 09:00");
});

test("who takes over does so by the clocks of the schedule", () => {
  const values = { contactId: "7", from: "2026-12-24T18:00", to: "2026-12-25T08:00" };
  expect(parseOverrideForm(values, "Europe/Berlin")).toEqual({
    ok: true,
    override: { contactId: 7, from: Date.parse("2026-12-24T17:00Z"), to: Date.parse("2026-12-25T07:00Z") },
  });
  expect(parseOverrideForm({ ...values, to: values.from }, "UTC")).toEqual({
    ok: false,
    errors: { to: "It ends after it begins." },
  });
  expect(parseOverrideForm({}, "UTC")).toMatchObject({ ok: false, errors: { contactId: "Choose who takes over." } });
});

test("a contact has a name, and channels in their order", () => {
  expect(parseContactForm({ name: " Ann ", userId: "", channelIds: "9,3" })).toEqual({
    ok: true,
    draft: { name: "Ann", userId: null, channelIds: [9, 3] },
  });
  expect(parseContactForm({ name: "" })).toMatchObject({ ok: false, errors: { name: "Enter a name." } });
});
