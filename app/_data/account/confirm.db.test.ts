import { expect, test } from "vitest";
import { prisma } from "#db/client.ts";
import { createToken } from "#db/token/create-token.ts";
import { confirmSignUp } from "#db/user/confirm-sign-up.ts";
import { findViewer } from "#db/user/find-viewer.ts";
import { askForSignUp } from "./ask-for-sign-up.ts";
import { confirm } from "./confirm.ts";

const PASSWORD = "correct horse battery";

/** What the worker does with the latest sign-up of an address, short of sending the mail. */
async function mailedToken(email: string): Promise<string> {
  const mail = await prisma.accountMail.findFirstOrThrow({ where: { email, purpose: "sign_up" }, orderBy: { id: "desc" } });
  return (await createToken(mail.id, "sign_up"))!;
}

async function signUp(email: string, password = PASSWORD): Promise<string> {
  expect(await askForSignUp(email, password, email)).toBe(0);
  return mailedToken(email);
}

test("mail and password together make a user, a team they own and a channel to their address", async () => {
  const confirmed = await confirm(await signUp("ada@example.org"), PASSWORD, "Europe/Berlin");
  if (confirmed.outcome !== "confirmed") throw new Error(confirmed.outcome);

  const viewer = await findViewer(confirmed.userId, confirmed.sessionVersion);
  expect(viewer).toMatchObject({ email: "ada@example.org", role: "owner", teamName: "ada's team", timeZone: "Europe/Berlin" });
  const channels = await prisma.channel.findMany({ where: { teamId: viewer!.teamId } });
  expect(channels).toMatchObject([{ kind: "email", name: "ada@example.org", config: { address: "ada@example.org" } }]);
});

test("no user exists before the address is confirmed, and no password is kept in the clear", async () => {
  await signUp("early@example.org");
  expect(await prisma.user.count({ where: { email: "early@example.org" } })).toBe(0);
  const mail = await prisma.accountMail.findFirstOrThrow({ where: { email: "early@example.org" } });
  expect(mail.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("the mail without the password confirms nothing, and the token stays good", async () => {
  const token = await signUp("scanner@example.org");
  expect(await confirm(token, "not the password")).toEqual({ outcome: "wrong" });
  expect(await confirm(token, PASSWORD)).toMatchObject({ outcome: "confirmed" });
});

test("a token is guessed at ten times, then no more", async () => {
  const token = await signUp("guessed@example.org");
  for (let guess = 0; guess < 10; guess++) expect(await confirm(token, `guess ${guess}`)).toEqual({ outcome: "wrong" });
  expect(await confirm(token, PASSWORD)).toMatchObject({ outcome: "limited" });
});

test("somebody who signed up with my address first gets nothing, and I get my account with my password", async () => {
  const theirs = await signUp("mine@example.org", "the attacker knows this");
  const mine = await signUp("mine@example.org", PASSWORD);

  expect(await confirm(theirs, PASSWORD)).toEqual({ outcome: "wrong" }); // I follow their link, with the password I chose
  expect(await confirm(mine, PASSWORD)).toMatchObject({ outcome: "confirmed" });
  expect(await confirm(theirs, "the attacker knows this")).toEqual({ outcome: "taken" });

  const users = await prisma.user.findMany({ where: { email: "mine@example.org" }, include: { memberships: true } });
  expect(users).toHaveLength(1);
  expect(users[0]!.memberships).toHaveLength(1);
});

test("of 50 uses of one token at once exactly one makes the account", async () => {
  const token = await signUp("race@example.org");
  const uses = await Promise.all(Array.from({ length: 50 }, () => confirmSignUp(token, "UTC")));
  expect(uses.filter((use) => use === "gone")).toHaveLength(49);
  expect(await prisma.user.count({ where: { email: "race@example.org" } })).toBe(1);
  expect(await prisma.team.count({ where: { name: "race's team" } })).toBe(1);
});

test("two sign-ups of one address confirmed at once make one account", async () => {
  const [one, two] = [await signUp("twice@example.org"), await signUp("twice@example.org")];
  const outcomes = await Promise.all([confirm(one, PASSWORD), confirm(two, PASSWORD)]);
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["confirmed", "taken"]);
  expect(await prisma.user.count({ where: { email: "twice@example.org" } })).toBe(1);
});

test("a token that is out of date, or was never sent, confirms nothing", async () => {
  const token = await signUp("late@example.org");
  await prisma.token.updateMany({ where: { email: "late@example.org" }, data: { expiresAt: new Date(Date.now() - 1) } });
  expect(await confirm(token, PASSWORD)).toEqual({ outcome: "gone" });
  expect(await confirm("", PASSWORD)).toEqual({ outcome: "gone" });
  expect(await confirm("A".repeat(43), PASSWORD)).toEqual({ outcome: "gone" });
});

test("an address is mailed five times an hour, whether or not it has an account", async () => {
  for (let mail = 0; mail < 5; mail++) expect(await askForSignUp("often@example.org", PASSWORD, "203.0.113.1")).toBe(0);
  expect(await askForSignUp("often@example.org", PASSWORD, "203.0.113.1")).toBeGreaterThan(0);
  expect(await prisma.accountMail.count({ where: { email: "often@example.org" } })).toBe(5);
});
