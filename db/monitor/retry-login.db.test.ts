import { expect, test } from "vitest";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { prisma } from "../client.ts";
import { readMonitor } from "./read-monitor.ts";
import { retryLogin } from "./retry-login.ts";

const login = { mechanism: "best", username: "ada" } as const;

async function makeStopped(pausedAt?: Date) {
  const team = await makeTeam();
  const monitor = await makeMonitor(team, { target: { login, tls: "implicit" }, pausedAt });
  await prisma.health.update({ where: { monitorId: monitor.id }, data: { loginRefusedRevision: monitor.revision } });
  return { team, monitorId: monitor.id };
}

test("a login that was refused is tried again at once where somebody says so", async () => {
  const { team, monitorId } = await makeStopped();
  expect(await readMonitor(team.id, monitorId)).toMatchObject({ isLoginStopped: true });
  expect(await retryLogin(team.id, monitorId)).toBe("requested");
  expect(await readMonitor(team.id, monitorId)).toMatchObject({ isLoginStopped: false, hasRequest: true });
  expect(await retryLogin(team.id, monitorId)).toBe("not-stopped");
  expect(await prisma.checkRequest.count({ where: { monitorId } })).toBe(1);
});

test("an edit lets it be tried again by itself", async () => {
  const { team, monitorId } = await makeStopped();
  await prisma.monitor.update({ where: { id: monitorId }, data: { revision: { increment: 1 } } });
  expect(await readMonitor(team.id, monitorId)).toMatchObject({ isLoginStopped: false });
  expect(await retryLogin(team.id, monitorId)).toBe("not-stopped");
});

test("not while the monitor is paused, and not by another team", async () => {
  const { team, monitorId } = await makeStopped(new Date());
  expect(await retryLogin(team.id, monitorId)).toBe("paused");
  expect(await retryLogin((await makeTeam()).id, monitorId)).toBe("not-found");
  expect(await readMonitor(team.id, monitorId)).toMatchObject({ isLoginStopped: true });
});
