import { expect, test } from "vitest";
import { DEFAULT_POLICY, type Target } from "#core/monitor/monitor.ts";
import type { DraftSecret } from "#core/monitor/parse-monitor-form.ts";
import { readScript } from "#core/script/read-script.ts";
import { READY_MADE, writeReadyMade } from "#core/script/ready-made/ready-made-scripts.ts";
import { makeTeam, makeUser } from "#testing/makers.ts";
import { prisma } from "../client.ts";
import { openSecret } from "../secret/open-secret.ts";
import { createTrial } from "../trial/create-trial.ts";
import { createMonitor } from "./create-monitor.ts";
import { editMonitor } from "./edit-monitor.ts";

const script = writeReadyMade(READY_MADE[0]!, {});
const targetOf = (text: string): Target => ({ kind: "mailflow", host: "mail.example.com", port: 587, script: text });
const stored = { submission: "one", mailbox: "two" };
const telling = { channelIds: [], policyId: null };

async function makeWithSecrets() {
  const team = await makeTeam();
  const user = await makeUser({ team });
  const draft = { name: "Round trip", tags: [], policy: DEFAULT_POLICY };
  const secret: DraftSecret = { kind: "new", secret: JSON.stringify(stored) };
  const made = await createMonitor(team.id, { ...draft, target: targetOf(script), secret }, telling);
  const { monitorId } = made as { monitorId: number };
  const edit = async (text: string, secrets: Record<string, string>) => {
    const { revision } = await prisma.monitor.findUniqueOrThrow({ where: { id: monitorId } });
    const changed: DraftSecret = { kind: "some", secrets };
    return editMonitor(team.id, monitorId, revision, { ...draft, target: targetOf(text), secret: changed }, telling);
  };
  const now = async () => {
    const { secret: sealed } = await prisma.monitor.findUniqueOrThrow({ where: { id: monitorId } });
    return JSON.parse(openSecret({ owner: { teamId: team.id, monitorId }, secret: Buffer.from(sealed!) })) as unknown;
  };
  const tryOut = (text: string, some: Record<string, string>, fromMonitorId: number | null = monitorId) =>
    createTrial(team.id, user.id, { target: targetOf(text), timeLimitS: 60, secret: null, some, fromMonitorId });
  return { team, edit, now, tryOut };
}

test("one password of a script is changed and the other stays", async () => {
  const { edit, now } = await makeWithSecrets();
  expect(await edit(script, { mailbox: "new" })).toBe("edited");
  expect(await now()).toEqual({ submission: "one", mailbox: "new" });
});

test.each([
  ["another host", "host: imap.example.com", "host: evil.example.com"],
  ["another port", "port: 993", "port: 1993"],
  ["another way of TLS", /tls: implicit([^]*)- imap: login/, "tls: starttls$1- imap: starttls\n  - imap: login"],
  ["another trust", "tls: implicit }", "tls: implicit, trust: { except: untrusted } }"],
  ["another user", "username: inbox@example.com", "username: other@example.com"],
  ["another name", "secret: mailbox", "secret: constructor"],
])("with %s the stored one of that server stays not, whatever is typed for the other", async (_, from, to) => {
  const { edit, now, tryOut } = await makeWithSecrets();
  const changed = script.replace(from, to);
  expect(readScript(changed).problems).toBeNull();
  expect(changed).not.toBe(script);
  expect(await edit(changed, { submission: "new" })).toBe("secret-needed");
  expect(await tryOut(changed, { submission: "new" })).toBe("secret-needed");
  expect(await now()).toEqual(stored);
});

test("a typed one goes to another server, and the stored one of the first stays", async () => {
  const { edit, now } = await makeWithSecrets();
  expect(await edit(script.replace("host: imap.example.com", "host: imap2.example.com"), { mailbox: "new" })).toBe("edited");
  expect(await now()).toEqual({ submission: "one", mailbox: "new" });
});

test("a trial has the typed ones and those of its monitor, sealed for itself", async () => {
  const { team, tryOut } = await makeWithSecrets();
  const { trialId } = (await tryOut(script, { mailbox: "new" })) as { trialId: string };
  const { secret, fromMonitorId } = await prisma.trial.findUniqueOrThrow({ where: { id: trialId } });
  const opened = openSecret({ owner: { teamId: team.id, trialId }, secret: Buffer.from(secret!) });
  expect([JSON.parse(opened), fromMonitorId]).toEqual([{ submission: "one", mailbox: "new" }, null]);
  expect(await tryOut(script, { mailbox: "new" }, null)).toBe("secret-needed");
});
