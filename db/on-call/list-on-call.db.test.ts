import { expect, test } from "vitest";
import { makeChannel, makeTeam, makeUser } from "#testing/makers.ts";
import { prisma } from "../client.ts";
import { listContacts } from "../contact/list-contacts.ts";
import { listOnCall } from "./list-on-call.ts";

const NOW = Date.parse("2026-05-05T10:20:30.123Z");
const at = (laterS: number) => new Date(NOW + laterS * 1_000);

test("contacts come by name with their channels in order, and schedules with the overrides that are not over, to the millisecond", async () => {
  const team = await makeTeam();
  const user = await makeUser({ team });
  const [first, second] = [await makeChannel(team), await makeChannel(team)];
  const zoe = await prisma.contact.create({ data: { teamId: team.id, name: "Zoe" } });
  const ann = await prisma.contact.create({
    data: {
      teamId: team.id,
      name: "Ann",
      userId: user.id,
      channels: {
        create: [
          { channelId: first.id, position: 1 },
          { channelId: second.id, position: 0 },
        ],
      },
    },
  });
  await prisma.contact.create({ data: { teamId: (await makeTeam()).id, name: "A stranger" } });
  const rotation = {
    contactIds: [ann.id],
    startsAt: "2026-01-01T00:00",
    endsAt: null,
    every: { count: 1, unit: "weeks" },
    within: [],
  };
  const nights = { teamId: team.id, name: "Nights", timeZone: "Europe/Berlin", rotations: [rotation] };
  const over = { contactId: zoe.id, fromAt: at(-200), toAt: at(0) };
  const coming = { contactId: zoe.id, fromAt: at(-100), toAt: at(100) };
  const { id, overrides } = await prisma.onCallSchedule.create({
    data: { ...nights, overrides: { create: [over, coming] } },
    include: { overrides: { orderBy: { id: "asc" } } },
  });
  await prisma.onCallSchedule.create({ data: { ...nights, name: "Days" } });

  expect(await listContacts(team.id)).toEqual([
    { contactId: ann.id, name: "Ann", user: { id: user.id, email: user.email }, channelIds: [second.id, first.id] },
    { contactId: zoe.id, name: "Zoe", user: null, channelIds: [] },
  ]);
  const [days, listed] = await listOnCall(team.id, new Date(NOW));
  expect(days).toMatchObject({ name: "Days", overrideIds: [], schedule: { overrides: [] } });
  expect(listed).toEqual({
    onCallId: id,
    name: "Nights",
    overrideIds: [overrides.find(({ toAt }) => toAt > at(0))!.id],
    schedule: {
      timeZone: "Europe/Berlin",
      rotations: [rotation],
      overrides: [{ contactId: zoe.id, from: NOW - 100_000, to: NOW + 100_000 }],
    },
  });
});
