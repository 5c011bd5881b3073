import { expect, test } from "vitest";
import type { Target } from "#core/monitor.ts";
import { makeTeam, makeUser } from "#testing/makers.ts";
import { prisma } from "../client.ts";
import { createTrial } from "./create-trial.ts";
import { readTrial } from "./read-trial.ts";

const target: Target = { kind: "smtp", host: "mx.example.com", port: 25, tls: "starttls", ehloName: "probe.example.net" };

test("a trial waits for a worker, and only the team that asked can read it", async () => {
  const team = await makeTeam();
  const user = await makeUser({ team });
  const trialId = (await createTrial(team.id, user.id, target, 15))!;
  expect(await readTrial(team.id, trialId)).toEqual({ target, claimedAt: null, finishedAt: null, lines: [], result: null });
  expect(await readTrial((await makeTeam()).id, trialId)).toBeNull();
  expect(await prisma.trial.findUnique({ where: { id: trialId } })).toMatchObject({ target, timeLimitS: 15, userId: user.id });
});

test("a team has its share of trials a minute, however fast it asks", async () => {
  const team = await makeTeam();
  const user = await makeUser({ team });
  const trials = await Promise.all(Array.from({ length: 25 }, () => createTrial(team.id, user.id, target, 15)));
  expect(trials.filter((trial) => trial !== null)).toHaveLength(20);
});
