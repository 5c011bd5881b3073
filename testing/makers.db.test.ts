import { expect, test } from "vitest";
import { prisma } from "#db/client.ts";
import { makeChannel, makeMonitor, makeTeam, makeUser } from "./makers.ts";
test("makers make what the database takes", async () => {
  const team = await makeTeam();
  await makeUser({ team });
  const monitor = await makeMonitor(team, { channels: [await makeChannel(team)] });
  expect(await prisma.monitor.count()).toBe(1);
  expect(monitor.targetHash).toBeGreaterThanOrEqual(0);
});
