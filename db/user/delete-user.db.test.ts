import { expect, test } from "vitest";
import { makeMonitor, makeTeam, makeUser } from "#testing/makers.ts";
import { prisma } from "../client.ts";
import { deleteUser } from "./delete-user.ts";

test("a user who is alone takes their team and everything in it along", async () => {
  const team = await makeTeam();
  const user = await makeUser({ team });
  const monitor = await makeMonitor(team);
  expect(await deleteUser(user.id)).toBe("deleted");
  expect(await prisma.team.count({ where: { id: team.id } })).toBe(0);
  expect(await prisma.monitor.count({ where: { id: monitor.id } })).toBe(0);
});

test("a team with others in it stays", async () => {
  const team = await makeTeam();
  const [leaving] = [await makeUser({ team, role: "member" }), await makeUser({ team })];
  expect(await deleteUser(leaving.id)).toBe("deleted");
  expect(await prisma.membership.count({ where: { teamId: team.id } })).toBe(1);
});

test("the last owner of a team with others in it cannot go", async () => {
  const team = await makeTeam();
  const [owner] = [await makeUser({ team }), await makeUser({ team, role: "admin" })];
  expect(await deleteUser(owner.id)).toBe("last-owner");
  expect(await prisma.user.count({ where: { id: owner.id } })).toBe(1);
});

test("two last owners who go at once do not leave the others without one", async () => {
  const team = await makeTeam();
  const owners = [await makeUser({ team }), await makeUser({ team })];
  await makeUser({ team, role: "member" });
  const outcomes = await Promise.all(owners.map(({ id }) => deleteUser(id)));
  expect(outcomes.sort()).toEqual(["deleted", "last-owner"]);
});
