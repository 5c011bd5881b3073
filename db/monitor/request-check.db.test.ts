import { expect, test } from "vitest";
import { makeMonitor, makeTeam, makeUser } from "#testing/makers.ts";
import { prisma } from "../client.ts";
import { requestCheck } from "./request-check.ts";

test("a person asks for a check once; asking again while it waits adds nothing", async () => {
  const team = await makeTeam();
  const user = await makeUser({ team });
  const { id } = await makeMonitor(team);
  const answers = await Promise.all([requestCheck(team.id, id, user.id), requestCheck(team.id, id, user.id)]);
  expect(answers.toSorted()).toEqual(["requested", "too-soon"]);
  expect(await prisma.checkRequest.findMany({ where: { monitorId: id } })).toMatchObject([{ userId: user.id, claimedAt: null }]);
});

test("a check that ran a few seconds ago may be asked for again", async () => {
  const team = await makeTeam();
  const user = await makeUser({ team });
  const { id } = await makeMonitor(team);
  const requestedAt = new Date(Date.now() - 6_000);
  await prisma.checkRequest.create({ data: { monitorId: id, userId: user.id, requestedAt, claimedAt: requestedAt } });
  expect(await requestCheck(team.id, id, user.id)).toBe("requested");
});

test("one that sends a message is asked for once in a minute", async () => {
  const team = await makeTeam();
  const user = await makeUser({ team });
  const { id } = await makeMonitor(team, { target: { kind: "mailflow", host: "mx.example.org", port: 25, script: "" } });
  const askedAgo = async (seconds: number) => {
    const requestedAt = new Date(Date.now() - seconds * 1_000);
    await prisma.checkRequest.deleteMany({ where: { monitorId: id } });
    await prisma.checkRequest.create({ data: { monitorId: id, userId: user.id, requestedAt, claimedAt: requestedAt } });
    return requestCheck(team.id, id, user.id);
  };
  expect(await askedAgo(55)).toBe("too-soon");
  expect(await askedAgo(61)).toBe("requested");
});

test("a paused monitor and another team's are not checked", async () => {
  const [team, stranger] = [await makeTeam(), await makeTeam()];
  const user = await makeUser({ team });
  const paused = await makeMonitor(team, { pausedAt: new Date() });
  const foreign = await makeMonitor(stranger);
  expect(await requestCheck(team.id, paused.id, user.id)).toBe("paused");
  expect(await requestCheck(team.id, foreign.id, user.id)).toBe("not-found");
  expect(await prisma.checkRequest.count({ where: { monitorId: { in: [paused.id, foreign.id] } } })).toBe(0);
});
