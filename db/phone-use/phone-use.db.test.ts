import { expect, test } from "vitest";
import { makeTeam } from "#testing/makers.ts";
import { readPhoneUse } from "./read-phone-use.ts";
import { settlePhonePlace } from "./settle-phone-place.ts";
import { takePhonePlace } from "./take-phone-place.ts";

test("of thirty who take one of ten places at once ten get it", async () => {
  const team = await makeTeam();
  const places = await Promise.all(Array.from({ length: 30 }, () => takePhonePlace(team.id, "sms", 10)));
  expect(places.filter((place) => place !== null)).toHaveLength(10);
  expect(await readPhoneUse(team.id, "sms")).toEqual({ taken: 10, units: 0 });
});

test("a place on which nothing went out is free again, and what went out is counted by the piece", async () => {
  const team = await makeTeam();
  const [one, other] = [(await takePhonePlace(team.id, "sms", 2))!, (await takePhonePlace(team.id, "sms", 2))!];
  expect(await takePhonePlace(team.id, "sms", 2)).toBeNull();
  await settlePhonePlace(one, 2);
  await settlePhonePlace(other, 0);
  expect(await readPhoneUse(team.id, "sms")).toEqual({ taken: 1, units: 2 });
  expect(await takePhonePlace(team.id, "sms", 2)).not.toBeNull();
});

test("each team, kind and day has places of its own, and a kind may have none", async () => {
  const [team, other] = [await makeTeam(), await makeTeam()];
  const place = (await takePhonePlace(team.id, "sms", 1))!;
  expect(await takePhonePlace(team.id, "sms", 1)).toBeNull();
  expect(await takePhonePlace(team.id, "phone", 1)).not.toBeNull();
  expect(await takePhonePlace(other.id, "sms", 1)).not.toBeNull();
  expect(await takePhonePlace(other.id, "phone", 0)).toBeNull();
  await settlePhonePlace({ ...place, day: "2020-01-01" }, 0);
  expect(await readPhoneUse(team.id, "sms")).toEqual({ taken: 1, units: 0 });
});
