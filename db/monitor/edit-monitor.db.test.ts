import { describe, expect, test } from "vitest";
import { DEFAULT_POLICY, type SmtpTarget } from "#core/monitor/monitor.ts";
import type { DraftSecret, MonitorDraft } from "#core/monitor/parse-monitor-form.ts";
import { targetHash } from "#core/schedule/schedule.ts";
import { makeChannel, makeMonitor, makePolicy, makeTeam } from "#testing/makers.ts";
import { prisma } from "../client.ts";
import { openSecret } from "../secret/open-secret.ts";
import { createMonitor } from "./create-monitor.ts";
import { editMonitor } from "./edit-monitor.ts";

const changed: SmtpTarget = { kind: "smtp", host: "mx2.example.com", port: 465, tls: "implicit", ehloName: "probe.example.net" };
const draft: MonitorDraft = {
  name: "Changed",
  tags: ["berlin"],
  target: changed,
  policy: { ...DEFAULT_POLICY, intervalS: 10, timeLimitS: 5, confirmations: 0 },
  secret: { kind: "none" },
};
const telling = (...channels: { id: number }[]) => ({ channelIds: channels.map(({ id }) => id), policyId: null });
const read = (id: number) => prisma.monitor.findUniqueOrThrow({ where: { id }, include: { channels: true, checkRequests: true } });

test("an edit changes everything, raises the revision and asks for a check", async () => {
  const team = await makeTeam();
  const [before, after] = [await makeChannel(team), await makeChannel(team)];
  const { id } = await makeMonitor(team, { channels: [before] });
  expect(await editMonitor(team.id, id, 1, draft, telling(after))).toBe("edited");
  const monitor = await read(id);
  expect(monitor).toMatchObject({
    name: "Changed",
    tags: ["berlin"],
    target: draft.target,
    ...draft.policy,
    revision: 2,
    targetHash: targetHash("mx2.example.com"),
  });
  expect(monitor.channels.map(({ channelId }) => channelId)).toEqual([after.id]);
  expect(monitor.checkRequests).toHaveLength(1);
});

test("of two people who edit it at once the second one notices", async () => {
  const team = await makeTeam();
  const { id } = await makeMonitor(team);
  const outcomes = await Promise.all(["A", "B"].map((name) => editMonitor(team.id, id, 1, { ...draft, name }, telling())));
  expect(outcomes.toSorted()).toEqual(["changed-meanwhile", "edited"]);
  expect((await read(id)).revision).toBe(2);
});

test("another team's monitor and channels cannot be reached", async () => {
  const [team, stranger] = [await makeTeam(), await makeTeam()];
  const { id } = await makeMonitor(team, { name: "Mine" });
  const foreign = await makeChannel(stranger);
  expect(await editMonitor(stranger.id, id, 1, draft, telling())).toBe("changed-meanwhile");
  expect(await editMonitor(team.id, id, 1, draft, telling(foreign))).toBe("foreign-channel");
  expect(await read(id)).toMatchObject({ name: "Mine", revision: 1, channels: [], checkRequests: [] });
});

test("its policy changes with everything else, or nothing does", async () => {
  const [team, stranger] = [await makeTeam(), await makeTeam()];
  const { id } = await makeMonitor(team, { name: "Mine" });
  const [own, foreign] = [(await makePolicy(team)).id, (await makePolicy(stranger)).id];
  expect(await editMonitor(team.id, id, 1, draft, { channelIds: [], policyId: foreign })).toBe("foreign-policy");
  expect(await read(id)).toMatchObject({ name: "Mine", revision: 1, policyId: null, checkRequests: [] });
  expect(await editMonitor(team.id, id, 1, draft, { channelIds: [], policyId: own })).toBe("edited");
  expect(await read(id)).toMatchObject({ name: "Changed", revision: 2, policyId: own });
  expect(await editMonitor(team.id, id, 2, draft, telling())).toBe("edited");
  expect(await read(id)).toMatchObject({ policyId: null });
});

test("a paused monitor stays paused and is not checked", async () => {
  const team = await makeTeam();
  const { id } = await makeMonitor(team, { pausedAt: new Date() });
  expect(await editMonitor(team.id, id, 1, draft, telling())).toBe("edited");
  expect(await read(id)).toMatchObject({ checkRequests: [], pausedAt: expect.any(Date) });
});

describe("the secret of a login", () => {
  const target: SmtpTarget = { ...changed, login: { mechanism: "best", username: "ada" } };
  const stored = { kind: "stored" } as const;

  async function makeWithSecret() {
    const team = await makeTeam();
    const made = await createMonitor(team.id, { ...draft, target, secret: { kind: "new", secret: "first" } }, telling());
    const { monitorId } = made as { monitorId: number };
    const edit = async (changed: Partial<SmtpTarget>, secret: DraftSecret) => {
      const { revision } = await read(monitorId);
      return editMonitor(team.id, monitorId, revision, { ...draft, target: { ...target, ...changed }, secret }, telling());
    };
    const secretNow = async () => {
      const { secret } = await read(monitorId);
      return secret && openSecret({ owner: { teamId: team.id, monitorId }, secret: Buffer.from(secret) });
    };
    return { edit, secretNow };
  }

  test("stays through an edit of something else, can be replaced, and goes with the login", async () => {
    const { edit, secretNow } = await makeWithSecret();
    expect(await edit({ ehloName: "other.example.net", trust: { warnDays: 3 } }, stored)).toBe("edited");
    expect(await secretNow()).toBe("first");
    expect(await edit({}, { kind: "new", secret: "second" })).toBe("edited");
    expect(await secretNow()).toBe("second");
    expect(await edit({ login: undefined }, stored)).toBe("edited");
    expect(await secretNow()).toBeNull();
    expect(await edit({}, stored)).toBe("secret-needed");
  });

  test.each<[string, Partial<SmtpTarget>]>([
    ["another host", { host: "mx3.example.com" }],
    ["another port", { port: 587 }],
    ["another way of TLS", { tls: "starttls" }],
    ["another user", { login: { mechanism: "best", username: "grace" } }],
    ["any certificate of a stranger's authority", { trust: { except: "untrusted" } }],
    ["a certificate of another name", { trust: { except: "name" } }],
    ["an authority of somebody's own", { trust: { ca: "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----" } }],
  ])("is not sent to %s unless it is typed again", async (_, changed) => {
    const { edit, secretNow } = await makeWithSecret();
    expect(await edit(changed, stored)).toBe("secret-needed");
    expect(await edit(changed, { kind: "none" })).toBe("secret-needed");
    expect(await secretNow()).toBe("first");
    expect(await edit(changed, { kind: "new", secret: "second" })).toBe("edited");
    expect(await secretNow()).toBe("second");
  });
});
