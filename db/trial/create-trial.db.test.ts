import { expect, test } from "vitest";
import type { Reply } from "#core/check/reply.ts";
import type { Target } from "#core/monitor/monitor.ts";
import type { Reason } from "#core/reason/reason.ts";
import { makeResult } from "#testing/checks.ts";
import { makeMonitor, makeTeam, makeUser } from "#testing/makers.ts";
import { prisma } from "../client.ts";
import { openSecret } from "../secret/open-secret.ts";
import { sealSecret } from "../secret/seal-secret.ts";
import { claimTrials, type ClaimedTrial } from "./claim-trials.ts";
import { createTrial } from "./create-trial.ts";
import { finishTrial } from "./finish-trial.ts";
import { readTrial } from "./read-trial.ts";

const target: Target = { kind: "smtp", host: "mx.example.com", port: 25, tls: "starttls", ehloName: "probe.example.net" };
const wish = { target, timeLimitS: 15, secret: null, fromMonitorId: null };
const withLogin: Target = { ...target, login: { mechanism: "best", username: "ada" } };

const idOf = (made: Awaited<ReturnType<typeof createTrial>>) => {
  if (typeof made === "string") throw new Error(made);
  return made.trialId;
};
async function makeOwner() {
  const team = await makeTeam();
  return { team, user: await makeUser({ team }) };
}
async function claim(trialId: string): Promise<ClaimedTrial> {
  return (await claimTrials(1_000)).find((trial) => trial.trialId === trialId)!;
}

test("a trial waits for a worker, and only the team that asked can read it", async () => {
  const { team, user } = await makeOwner();
  const trialId = idOf(await createTrial(team.id, user.id, wish));
  expect(await readTrial(team.id, trialId)).toEqual({
    target,
    claimedAt: null,
    finishedAt: null,
    lines: [],
    steps: [],
    result: null,
  });
  expect(await readTrial((await makeTeam()).id, trialId)).toBeNull();
  expect(await prisma.trial.findUnique({ where: { id: trialId } })).toMatchObject({ target, timeLimitS: 15, userId: user.id });
  expect(await claim(trialId)).toEqual({ trialId, teamId: team.id, target, timeLimitS: 15, sealed: null });
});

test("a team has its share of trials a minute, however fast it asks", async () => {
  const { team, user } = await makeOwner();
  const trials = await Promise.all(Array.from({ length: 25 }, () => createTrial(team.id, user.id, wish)));
  expect(trials.filter((trial) => trial !== "too-many")).toHaveLength(20);
});

test("what was typed is stored sealed, opens for the worker, and is forgotten with the end of the trial", async () => {
  const { team, user } = await makeOwner();
  const trialId = idOf(await createTrial(team.id, user.id, { ...wish, target: withLogin, secret: "correct horse" }));
  const row = await prisma.trial.findUniqueOrThrow({ where: { id: trialId } });
  expect(Buffer.from(row.secret!).includes("horse")).toBe(false);
  expect(openSecret((await claim(trialId)).sealed!)).toBe("correct horse");
  await finishTrial(trialId, makeResult("up", Date.now()));
  expect(await prisma.trial.findUniqueOrThrow({ where: { id: trialId } })).toMatchObject({ secret: null });
});

test("the secret of a monitor is used where nothing was typed, and only for the server it was typed for", async () => {
  const { team, user } = await makeOwner();
  const { id: fromMonitorId } = await makeMonitor(team, { target: withLogin });
  const secret = new Uint8Array(sealSecret({ teamId: team.id, monitorId: fromMonitorId }, "correct horse"));
  await prisma.monitor.update({ where: { id: fromMonitorId }, data: { secret } });

  const stored = { ...wish, target: withLogin, fromMonitorId };
  const trialId = idOf(await createTrial(team.id, user.id, stored));
  expect(openSecret((await claim(trialId)).sealed!)).toBe("correct horse");

  const elsewhere = { ...withLogin, host: "mx.example.net" };
  expect(await createTrial(team.id, user.id, { ...stored, target: elsewhere })).toBe("secret-needed");
  expect(await createTrial(team.id, user.id, { ...stored, fromMonitorId: null })).toBe("secret-needed");
  const stranger = await makeOwner();
  expect(await createTrial(stranger.team.id, stranger.user.id, stored)).toBe("secret-needed");

  const overtaken = idOf(await createTrial(team.id, user.id, stored));
  await prisma.monitor.update({ where: { id: fromMonitorId }, data: { target: elsewhere } });
  expect((await claim(overtaken)).sealed).toBeNull();
});

const MAILBOX = { host: "mx.example.com", port: 993, tls: "implicit", login: { mechanism: "best", username: "ada" } } as const;
const said = (stage: "auth" | "login", reply: Reply): Reason => ({ code: `${stage}.reply`, stage, reply, detail: null });

test.each<[string, Target, Reason]>([
  ["SMTP", withLogin, said("auth", { code: 535, enhanced: "5.7.8", lines: ["Authentication failed"] })],
  ["IMAP", { kind: "imap", ...MAILBOX }, said("login", { code: "NO", enhanced: null, lines: ["no"] })],
  ["POP3", { kind: "pop3", ...MAILBOX }, said("login", { code: "-ERR", enhanced: "AUTH", lines: ["no"] })],
])(
  "a login that was refused three times over %s is tried no more for a while, whoever of the team tries",
  async (_, target, why) => {
    const { team, user } = await makeOwner();
    const attempt = { ...wish, target, secret: "wrong" };
    const refused = makeResult("down", Date.now(), why);
    for (let time = 0; time < 3; time++) {
      const trialId = idOf(await createTrial(team.id, user.id, attempt));
      await finishTrial(trialId, refused);
    }
    expect(await createTrial(team.id, user.id, attempt)).toBe("login-refused");
    const anotherUser = { ...attempt, target: { ...target, login: { mechanism: "best" as const, username: "grace" } } };
    expect(await createTrial(team.id, user.id, anotherUser)).toMatchObject({ trialId: expect.any(String) });
    expect(await createTrial(team.id, user.id, wish)).toMatchObject({ trialId: expect.any(String) });

    await prisma.trial.updateMany({ where: { teamId: team.id }, data: { createdAt: new Date(Date.now() - 3_700_000) } });
    expect(await createTrial(team.id, user.id, attempt)).toMatchObject({ trialId: expect.any(String) });
  },
);

const SCRIPT: Target = {
  kind: "mailflow",
  host: "mx.example.com",
  port: 993,
  script: `version: 1
servers:
  box: { protocol: imap, host: mx.example.com, port: 993, tls: implicit }
steps:
  - { imap: connect, server: box }
  - { imap: login, username: ada, secret: mailbox }
`,
};

test("a script whose login was refused three times is tried no more for a while, and other monitors of its server are", async () => {
  const { team, user } = await makeOwner();
  const attempt = { ...wish, target: SCRIPT, secret: JSON.stringify({ mailbox: "wrong" }) };
  const refused = makeResult("down", Date.now(), said("login", { code: "NO", enhanced: null, lines: ["no"] }));
  for (let time = 0; time < 3; time++) await finishTrial(idOf(await createTrial(team.id, user.id, attempt)), refused);
  expect(await createTrial(team.id, user.id, attempt)).toBe("login-refused");
  const byImap = { ...attempt, target: { kind: "imap", ...MAILBOX } as const, secret: "right" };
  expect(await createTrial(team.id, user.id, byImap)).toMatchObject({ trialId: expect.any(String) });
});

test("a login that will pass later is no refusal", async () => {
  const { team, user } = await makeOwner();
  const attempt = { ...wish, target: { kind: "imap", ...MAILBOX } as const, secret: "right" };
  const passing = makeResult("down", Date.now(), said("login", { code: "NO", enhanced: "UNAVAILABLE", lines: ["later"] }));
  for (let time = 0; time < 3; time++) await finishTrial(idOf(await createTrial(team.id, user.id, attempt)), passing);
  expect(await createTrial(team.id, user.id, attempt)).toMatchObject({ trialId: expect.any(String) });
});
