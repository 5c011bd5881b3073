import { expect, test } from "vitest";
import type { MailflowTarget } from "#core/monitor/monitor.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { prisma } from "../client.ts";
import { listSelectors } from "./list-selectors.ts";

const TARGET: MailflowTarget = { kind: "mailflow", host: "mail.example.com", port: 25, script: "" };

async function keep(team: Awaited<ReturnType<typeof makeTeam>>, messages: Prisma.InputJsonValue[]): Promise<void> {
  const { id: monitorId } = await makeMonitor(team, { target: TARGET });
  for (const [minute, message] of messages.entries()) {
    const slotAt = new Date(Date.UTC(2026, 10, 29, 10, minute));
    const data = { monitorId, slotAt, locationId: 1, status: "up" as const, stages: [], warnings: [], lines: [] };
    await prisma.transcript.create({ data: { ...data, facts: { flow: { message } } } });
  }
}

const signed = (...signatures: [string, string][]) => ({
  signatures: signatures.map(([selector, domain]) => ({ selector, domain })),
});

test("a domain's selectors are those that a team's own messages were signed with", async () => {
  const team = await makeTeam();
  await keep(team, [
    signed(["s1", "example.com"], ["k1", "provider.example"]),
    signed(["s2", "example.com"]),
    signed(["s1", "example.com"]),
  ]);
  await keep(await makeTeam(), [signed(["foreign", "example.com"])]);
  expect(await listSelectors(team.id, "example.com")).toEqual(["s1", "s2"]);
  expect(await listSelectors(team.id, "example.org")).toEqual([]);
});

test("messages that never came, or were kept before signatures were read, have none", async () => {
  const team = await makeTeam();
  await keep(team, [{}, "", { signatures: "s1" }]);
  expect(await listSelectors(team.id, "example.com")).toEqual([]);
});
