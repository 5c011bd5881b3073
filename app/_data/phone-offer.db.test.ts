import { expect, test } from "vitest";
import { settingsOfKind } from "#channels/settings-by-kind.ts";
import { makeTeam } from "#testing/makers.ts";
import { numberComplaint, phoneUseOf, whyNotOffered } from "./phone-offer.ts";

test("without a provider neither SMS nor calls are offered, and everything else is", () => {
  expect(why("sms")).toBe("Whoever runs this Ehlowatch has not set up a provider for SMS and calls.");
  expect(why("phone")).toBe(why("sms"));
  expect(why("email")).toBeNull();
});

test("a number may be in a country of the settings, which are those of Europe and a few more where nothing is said", () => {
  for (const number of ["+4915123456789", "+442079460000", "+12025550123", "+61491570156"]) expect(complaint(number)).toBeNull();
  expect(complaint("+18765551234")).toMatch(/Jamaica/);
  expect(complaint("+2522345678")).toMatch(/Somalia/);
});

test("what a team has used is told of SMS and calls alone", async () => {
  const { id } = await makeTeam();
  expect(await phoneUseOf(id, "sms")).toBe("Your team has had 0 of 100 SMS today (UTC).");
  expect(await phoneUseOf(id, "phone")).toBe("Your team has had 0 of 50 calls today (UTC).");
  expect(await phoneUseOf(id, "email")).toBeNull();
});

function why(kind: string): string | null {
  return whyNotOffered(settingsOfKind(kind)!);
}

function complaint(number: string): string | null {
  const kind = settingsOfKind("phone")!;
  return numberComplaint(kind, kind.read({ number }).data!);
}
