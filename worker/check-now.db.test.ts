import { expect, test } from "vitest";
import { DEFAULT_POLICY, type SmtpTarget } from "#core/monitor/monitor.ts";
import { editMonitor } from "#db/monitor/edit-monitor.ts";
import { pauseMonitor } from "#db/monitor/pause-monitor.ts";
import type { DueCheck } from "#db/schedule/due-check.ts";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { checkNow } from "./check-now.ts";
import type { CheckEnd } from "./run-check.ts";

const LOCATION_ID = 1;

/** Runs nothing: says of each check in turn how it ended, and keeps what it was. */
function ending(...ends: (CheckEnd | (() => Promise<CheckEnd>))[]) {
  const ran: DueCheck[] = [];
  const runCheck = async (check: DueCheck) => {
    const end = ends[ran.length] ?? ends.at(-1)!;
    ran.push(check);
    return typeof end === "function" ? end() : end;
  };
  return { ran, runCheck };
}

const UP: CheckEnd = { status: "up", lateMs: 0 };

test("a check that word of an edit overtakes runs again, of the monitor as it is", async () => {
  const team = await makeTeam();
  const monitor = await makeMonitor(team);
  const edit = async (): Promise<CheckEnd> => {
    const target = { ...(monitor.target as SmtpTarget), port: 587 };
    const draft = { name: monitor.name, tags: [], target, policy: DEFAULT_POLICY, secret: { kind: "none" as const } };
    expect(await editMonitor(team.id, monitor.id, monitor.revision, draft, { channelIds: [], policyId: null })).toBe("edited");
    return "pointless";
  };
  const { ran, runCheck } = ending(edit, UP);
  await checkNow({ monitorId: monitor.id, confirmation: null }, LOCATION_ID, runCheck);
  expect(ran.map(({ target, revision }) => [target.port, revision])).toEqual([
    [25, 1],
    [587, 2],
  ]);
});

test("it does not where the monitor was paused meanwhile, and one that is changed all the time is left alone in the end", async () => {
  const team = await makeTeam();
  const paused = await makeMonitor(team);
  const pause = async (): Promise<CheckEnd> => {
    await pauseMonitor(team.id, paused.id, "somebody");
    return "pointless";
  };
  const once = ending(pause, UP);
  await checkNow({ monitorId: paused.id, confirmation: null }, LOCATION_ID, once.runCheck);
  expect(once.ran).toHaveLength(1);

  const restless = ending("pointless");
  await checkNow({ monitorId: (await makeMonitor(team)).id, confirmation: null }, LOCATION_ID, restless.runCheck);
  expect(restless.ran).toHaveLength(3);
});
