import { afterEach, expect, test, vi } from "vitest";
import { prisma } from "#db/client.ts";
import { makeChannel, makeTeam, makeUser } from "#testing/makers.ts";
import { addTestDelivery } from "./add-test-delivery.ts";
import { listDeliveries } from "./list-deliveries.ts";

afterEach(() => {
  vi.useRealTimers();
});

test("a test is a delivery that waits for its sender and links to the channel", async () => {
  const team = await makeTeam();
  const { id: userId } = await makeUser({ team, role: "member" });
  const channel = await makeChannel(team, { name: "ops" });
  expect(await addTestDelivery(team.id, channel.id, userId)).toBe("added");
  expect(await listDeliveries(team.id, channel.id, 10)).toMatchObject([{ kind: "test", status: "pending", tries: [] }]);
  const { message } = await prisma.delivery.findFirstOrThrow({ where: { channelId: channel.id } });
  expect(message).toEqual({ kind: "test", channelName: "ops", url: expect.stringMatching(new RegExp(`/channels/${channel.id}$`)) });
});

test("nobody tests the channel of another team, and a viewer tests none", async () => {
  const team = await makeTeam();
  const channel = await makeChannel(team);
  const stranger = await makeUser();
  const viewer = await makeUser({ team, role: "viewer" });
  expect(await addTestDelivery(team.id, channel.id, stranger.id)).toBe("not-found");
  expect(await addTestDelivery(team.id, channel.id, viewer.id)).toBe("not-found");
  const { teamId } = await prisma.membership.findFirstOrThrow({ where: { userId: stranger.id } });
  expect(await addTestDelivery(teamId, channel.id, stranger.id)).toBe("not-found");
  expect(await prisma.delivery.count({ where: { channelId: channel.id } })).toBe(0);
});

test("the deliveries of a channel are shown to its own team alone", async () => {
  const team = await makeTeam();
  const { id: userId } = await makeUser({ team });
  const channel = await makeChannel(team);
  await addTestDelivery(team.id, channel.id, userId);
  expect(await listDeliveries((await makeTeam()).id, channel.id, 10)).toEqual([]);
});

test("thirty tests at once send ten", async () => {
  const team = await makeTeam();
  const { id: userId } = await makeUser({ team });
  const channel = await makeChannel(team);
  const answers: string[] = [];
  // As many at a time as there are connections: more would wait for one, and that is not what is tested.
  for (let round = 0; round < 6; round++) {
    answers.push(...(await Promise.all(Array.from({ length: 5 }, () => addTestDelivery(team.id, channel.id, userId)))));
  }
  expect(answers.filter((answer) => answer === "added")).toHaveLength(10);
  expect(answers.filter((answer) => answer === "too-many")).toHaveLength(20);
});

test.each([-1, 1])(
  "how many were sent is counted by the database's clock, where that of the pages is %i hours off",
  async (hours) => {
    const team = await makeTeam();
    const { id: userId } = await makeUser({ team });
    const channel = await makeChannel(team);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + hours * 3_600_000 });
    for (let count = 0; count < 10; count++) expect(await addTestDelivery(team.id, channel.id, userId)).toBe("added");
    expect(await addTestDelivery(team.id, channel.id, userId)).toBe("too-many");
    await prisma.$executeRaw`update delivery set created_at = created_at - interval '10 minutes' where channel_id = ${channel.id}`;
    expect(await addTestDelivery(team.id, channel.id, userId)).toBe("added");
  },
);
