import { hash } from "@node-rs/argon2";
import { expect, test } from "vitest";
import { prisma } from "#db/client.ts";
import { createToken } from "#db/token/create-token.ts";
import { deleteUser } from "#db/user/delete-user.ts";
import { endSessions } from "#db/user/end-sessions.ts";
import { findViewer } from "#db/user/find-viewer.ts";
import { resetPassword } from "#db/user/reset-password.ts";
import { makeUser } from "#testing/makers.ts";
import { hashPassword } from "../password.ts";
import { askForReset } from "./ask-for-reset.ts";
import { changePassword } from "./change-password.ts";
import { confirm } from "./confirm.ts";
import { reset } from "./reset.ts";
import { signIn } from "./sign-in.ts";

const PASSWORD = "correct horse battery";
const OTHER = "another good password";

async function makeAccount(email: string, passwordHash?: string) {
  const { id } = await makeUser({ email });
  return prisma.user.update({ where: { id }, data: { passwordHash: passwordHash ?? (await hashPassword(PASSWORD)) } });
}

/** What the worker does with a forgotten password, short of sending the mail. */
async function resetToken(email: string): Promise<string> {
  expect(await askForReset(email, email)).toBe(0);
  const mail = await prisma.accountMail.findFirstOrThrow({ where: { email, purpose: "reset_password" }, orderBy: { id: "desc" } });
  return (await createToken(mail.id, "reset_password"))!;
}

test("address and password together open a session, however the address is spelled", async () => {
  const user = await makeAccount("ada@example.org");
  expect(await signIn(" Ada@Example.ORG ", PASSWORD, "a")).toEqual({ outcome: "signed-in", userId: user.id, sessionVersion: 0 });
});

test("a wrong password, an unknown address and no address at all get the same answer", async () => {
  await makeAccount("bob@example.org");
  const wrong = { outcome: "wrong" };
  expect(await signIn("bob@example.org", "guess", "b")).toEqual(wrong);
  expect(await signIn("nobody@example.org", PASSWORD, "b")).toEqual(wrong);
  expect(await signIn("' or 1=1 --", PASSWORD, "b")).toEqual(wrong);
});

test("after ten wrong guesses even the right password waits, for known and unknown addresses alike", async () => {
  await makeAccount("guessed@example.org");
  for (const email of ["guessed@example.org", "unknown@example.org"]) {
    for (let guess = 0; guess < 10; guess++) expect(await signIn(email, "guess", email)).toEqual({ outcome: "wrong" });
    const eleventh = await signIn(email, PASSWORD, email);
    expect(eleventh).toMatchObject({ outcome: "limited" });
    expect((eleventh as { waitS: number }).waitS).toBeLessThanOrEqual(900);
  }
});

test("guesses made all at once are counted all the same", async () => {
  await makeAccount("rush@example.org");
  const attempts = await Promise.all(Array.from({ length: 30 }, () => signIn("rush@example.org", "guess", "rush")));
  expect(attempts.filter(({ outcome }) => outcome === "wrong")).toHaveLength(10);
});

test("one client cannot go through many accounts", async () => {
  const outcomes = new Set<string>();
  for (let account = 0; account < 61; account++) outcomes.add((await signIn(`a${account}@example.org`, "x", "spray")).outcome);
  expect(outcomes).toEqual(new Set(["wrong", "limited"]));
}, 60_000);

test("a right password forgets the wrong ones before it", async () => {
  await makeAccount("typo@example.org");
  for (let round = 0; round < 3; round++) {
    for (let guess = 0; guess < 5; guess++) await signIn("typo@example.org", "guess", "typo");
    expect(await signIn("typo@example.org", PASSWORD, "typo")).toMatchObject({ outcome: "signed-in" });
  }
});

test("an owner who is locked out by somebody's guesses gets in by the mail", async () => {
  await makeAccount("locked@example.org");
  for (let guess = 0; guess < 11; guess++) await signIn("locked@example.org", "guess", "attacker");

  expect(await reset(await resetToken("locked@example.org"), OTHER)).toMatchObject({ outcome: "set", sessionVersion: 1 });
  expect(await signIn("locked@example.org", OTHER, "owner")).toMatchObject({ outcome: "signed-in" });
  expect(await signIn("locked@example.org", PASSWORD, "owner")).toEqual({ outcome: "wrong" });
});

test("of 50 uses of one reset token at once exactly one sets the password", async () => {
  const user = await makeAccount("race@example.org");
  const token = await resetToken("race@example.org");
  const uses = await Promise.all(Array.from({ length: 50 }, (_, use) => resetPassword(token, `hash ${use}`)));
  const winners = uses.flatMap((use, position) => (use ? [position] : []));
  expect(winners).toHaveLength(1);
  const after = await prisma.user.findUniqueOrThrow({ where: { id: user.id } });
  expect(after).toMatchObject({ passwordHash: `hash ${winners[0]}`, sessionVersion: 1 });
});

test("using one reset mail voids the others of that address", async () => {
  await makeAccount("two@example.org");
  const [first, second] = [await resetToken("two@example.org"), await resetToken("two@example.org")];
  expect(await reset(second, OTHER)).toMatchObject({ outcome: "set" });
  expect(await reset(first, PASSWORD)).toEqual({ outcome: "gone" });
});

test("a reset token does not confirm a sign-up, and a password that is the address leaves the token good", async () => {
  const email = "a.very.long.name@example.org";
  await makeAccount(email);
  const token = await resetToken(email);
  expect(await confirm(token, PASSWORD)).toEqual({ outcome: "gone" });
  expect(await reset(token, "A.very.long.name")).toEqual({ outcome: "is-address" });
  expect(await reset(token, OTHER)).toMatchObject({ outcome: "set" });
});

test("another password ends every open session", async () => {
  const user = await makeAccount("sessions@example.org");
  expect(await findViewer(user.id, 0)).not.toBeNull();

  expect(await changePassword(user.id, "not the old one", OTHER)).toEqual({ outcome: "wrong" });
  expect(await findViewer(user.id, 0)).not.toBeNull();

  expect(await changePassword(user.id, PASSWORD, OTHER)).toEqual({ outcome: "changed", sessionVersion: 1 });
  expect(await findViewer(user.id, 0)).toBeNull();
  expect(await findViewer(user.id, 1)).not.toBeNull();

  expect(await endSessions(user.id)).toBe(2);
  expect(await findViewer(user.id, 1)).toBeNull();
});

test("a removed user, and one in no team any more, has no session", async () => {
  const [gone, teamless] = [await makeAccount("gone@example.org"), await makeAccount("teamless@example.org")];
  await deleteUser(gone.id);
  await prisma.membership.deleteMany({ where: { userId: teamless.id } });
  expect(await findViewer(gone.id, 0)).toBeNull();
  expect(await findViewer(teamless.id, 0)).toBeNull();
});

test("a hash of weaker parameters is replaced at the next sign-in, and the session stays good", async () => {
  const weak = await hash(PASSWORD, { memoryCost: 8_192, timeCost: 2, parallelism: 1 });
  const user = await makeAccount("old@example.org", weak);
  expect(await signIn("old@example.org", PASSWORD, "old")).toMatchObject({ outcome: "signed-in", sessionVersion: 0 });
  const { passwordHash } = await prisma.user.findUniqueOrThrow({ where: { id: user.id } });
  expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await signIn("old@example.org", PASSWORD, "old")).toMatchObject({ outcome: "signed-in" });
});
