import { expect, test } from "vitest";
import { teamLimitsOf, withheldSentence } from "./team-limits.ts";

test("limits are as they are set, or as usual; on a machine of one's own there are none", () => {
  const unset = { monitors: undefined, unprovedHosts: undefined };
  expect(teamLimitsOf({ isEmbedded: false, ...unset })).toEqual({ monitors: 2_000, unprovedHosts: 50 });
  expect(teamLimitsOf({ isEmbedded: true, ...unset })).toEqual({ monitors: Infinity, unprovedHosts: Infinity });
  expect(teamLimitsOf({ isEmbedded: true, monitors: 5, unprovedHosts: 0 })).toEqual({ monitors: 5, unprovedHosts: Infinity });
});

test("whoever is at a limit reads which, how much it is, and whom to ask", () => {
  const limits = { monitors: 2_000, unprovedHosts: 50 };
  const says = (why: Parameters<typeof withheldSentence>[0]) => withheldSentence(why, limits, "abuse@example.org");
  expect(says("monitors")).toContain("2,000 monitors");
  expect(says("hosts")).toMatch(/50 hosts .*Settings, Domains/);
  for (const why of ["monitors", "hosts", "frozen"] as const) expect(says(why)).toContain("abuse@example.org");
});
