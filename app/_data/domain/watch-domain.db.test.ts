import { expect, test } from "vitest";
import type { Viewer } from "#core/account/viewer.ts";
import { bareResult } from "#core/check/bare-result.ts";
import type { CheckResult } from "#core/check/result.ts";
import type { MxSet } from "#core/domain/mx-set.ts";
import { prisma } from "#db/client.ts";
import { finishTrial } from "#db/trial/finish-trial.ts";
import { makeChannel, makeTeam, makeUser } from "#testing/makers.ts";
import { checkDomain, readDomain } from "./check-domain.ts";
import { watchDomain } from "./watch-domain.ts";

const host = { name: "mx.example.com", preference: 10, problem: null, detail: null, isSecure: false };
const named: MxSet = { kind: "named", records: 1, isSecure: false, hosts: [{ ...host, addresses: ["192.0.2.1", "2001:db8::1"] }] };

function resultOf(mx: MxSet): CheckResult {
  const bare = bareResult(null, Date.now(), 5);
  return { ...bare, facts: { ...bare.facts, domain: { domain: "example.com", mx, findings: [], asked: 2 } } };
}

async function ask(editor: Viewer, typed: string) {
  const wish = readDomain(typed);
  if (!wish.ok) throw new Error(wish.error);
  return checkDomain(editor, wish);
}

async function asked() {
  const team = await makeTeam();
  const user = await makeUser();
  const editor = { teamId: team.id, userId: user.id } as Viewer;
  const outcome = await ask(editor, "postmaster@Example.com");
  if (typeof outcome === "string") throw new Error(outcome);
  return { team, editor, trialId: outcome.trialId };
}

async function checked(mx: MxSet) {
  const trial = await asked();
  await finishTrial(trial.trialId, resultOf(mx));
  return trial;
}

test("what a check saw is watched once, and told to the channel that a new monitor is told to", async () => {
  const { team, editor, trialId } = await checked(named);
  const first = await makeChannel(team);
  await makeChannel(team);
  const monitorId = await watchDomain(editor, trialId);
  expect(await watchDomain(editor, trialId)).toBe(monitorId);

  const monitors = await prisma.monitor.findMany({
    where: { teamId: team.id },
    orderBy: { id: "asc" },
    include: { channels: true },
  });
  expect(monitors.map(({ id, name, kind }) => [id === monitorId, name, kind])).toEqual([
    [true, "example.com", "domain"],
    [false, "example.com: Blocklists", "blocklist"],
  ]);
  expect(monitors[0]!.target).toMatchObject({ host: "example.com", tests: [] });
  expect(monitors[1]!.target).toMatchObject({ entries: ["192.0.2.1", "2001:db8::1"] });
  for (const { channels } of monitors) expect(channels.map(({ channelId }) => channelId)).toEqual([first.id]);
});

test("a domain that takes no mail has nothing that could be on a list", async () => {
  const { team, editor, trialId } = await checked({ kind: "null", isSecure: false });
  expect(await watchDomain(editor, trialId)).not.toBeNull();
  expect(await prisma.monitor.count({ where: { teamId: team.id } })).toBe(1);
});

test("nobody watches by the check of another team, or by one that is not over", async () => {
  const { team, editor, trialId } = await checked(named);
  const other = await makeTeam();
  expect(await watchDomain({ ...editor, teamId: other.id }, trialId)).toBeNull();
  const running = await asked();
  expect(await watchDomain(running.editor, running.trialId)).toBeNull();
  expect(await prisma.monitor.count({ where: { teamId: { in: [team.id, other.id, running.team.id] } } })).toBe(0);
});

test("a team that checks without end is told to wait", async () => {
  const { editor } = await asked();
  const outcomes = [];
  for (let nth = 0; nth < 20; nth++) outcomes.push(await ask(editor, "example.net"));
  expect(outcomes.slice(0, 19).every((outcome) => typeof outcome === "object")).toBe(true);
  expect(outcomes[19]).toBe("too-many");
});
