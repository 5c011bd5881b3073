import { expect, test } from "vitest";
import { mayOperate } from "./may-operate.ts";
import type { Role } from "./role.ts";

const viewer = (email: string, role: Role) => ({
  userId: 1,
  email,
  timeZone: "UTC",
  teamId: 1,
  teamName: "Team",
  role,
  isFrozen: false,
});

test("an operator is one by address, whatever they are in their team and however the address is written", () => {
  expect(mayOperate(viewer("Ada@Example.org", "viewer"), ["ada@example.org"], false)).toBe(true);
  expect(mayOperate(viewer("ada@example.org.evil.example", "owner"), ["ada@example.org"], false)).toBe(false);
});

test("owning a team makes an operator only on a machine of one's own", () => {
  expect(mayOperate(viewer("bob@example.org", "owner"), [], true)).toBe(true);
  expect(mayOperate(viewer("bob@example.org", "owner"), [], false)).toBe(false);
  for (const role of ["admin", "member", "viewer"] as const)
    expect(mayOperate(viewer("bob@example.org", role), [], true)).toBe(false);
});
