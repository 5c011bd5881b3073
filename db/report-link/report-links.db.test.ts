import { beforeEach, expect, test } from "vitest";
import { makeWatchedDomain } from "#testing/make-watched-domain.ts";
import { makeUser, makeMonitor, makeTeam } from "#testing/makers.ts";
import { prisma } from "../client.ts";
import { hashToken } from "../token/hash-token.ts";
import { deleteOldReportLinks } from "./delete-old-report-links.ts";
import { findSharedDomain } from "./find-shared-domain.ts";
import { listReportLinks } from "./list-report-links.ts";
import { makeReportLink, MOST_REPORT_LINKS } from "./make-report-link.ts";
import { takeBackReportLink } from "./take-back-report-link.ts";

beforeEach(async () => {
  await prisma.reportLink.deleteMany();
});

async function makeShared() {
  const team = await makeTeam();
  const { id: userId } = await makeUser({ team });
  const { id: monitorId } = await makeWatchedDomain(team);
  return { team, editor: { teamId: team.id, userId }, monitorId };
}

test("a link shows the domain it is of, and only its hash is kept", async () => {
  const { team, editor, monitorId } = await makeShared();
  const token = (await makeReportLink(editor, monitorId, 7))!;
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(await findSharedDomain(token)).toMatchObject({
    monitorId,
    teamName: team.name,
    status: "up",
    facts: { domain: { domain: "example.com" } },
  });
  const kept = await prisma.reportLink.findFirstOrThrow();
  expect(Buffer.from(kept.hash)).toEqual(hashToken(token));
  expect(JSON.stringify(await findSharedDomain(token))).not.toContain("a line of the dialogue");
});

test("one that never was, has expired, was taken back, or whose monitor is gone leads nowhere", async () => {
  const { editor, monitorId } = await makeShared();
  expect(await findSharedDomain("A".repeat(43))).toBeNull();

  const expired = (await makeReportLink(editor, monitorId, 30))!;
  await prisma.reportLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
  expect(await findSharedDomain(expired)).toBeNull();
  expect(await listReportLinks(editor.teamId, monitorId)).toEqual([]);
  expect(await deleteOldReportLinks()).toBe(1);

  const revoked = (await makeReportLink(editor, monitorId, null))!;
  const [link] = await listReportLinks(editor.teamId, monitorId);
  expect(link).toMatchObject({ expiresAt: null, madeBy: expect.stringContaining("@example.org") });
  expect(await takeBackReportLink(editor.teamId, link!.reportLinkId)).toBe(true);
  expect(await takeBackReportLink(editor.teamId, link!.reportLinkId)).toBe(false);
  expect(await findSharedDomain(revoked)).toBeNull();

  const orphan = (await makeReportLink(editor, monitorId, null))!;
  expect(await deleteOldReportLinks()).toBe(0);
  await prisma.monitor.delete({ where: { id: monitorId } });
  expect(await findSharedDomain(orphan)).toBeNull();
});

test("another team makes none, sees none and takes none back", async () => {
  const { editor, monitorId } = await makeShared();
  const stranger = { teamId: (await makeTeam()).id, userId: editor.userId };
  expect(await makeReportLink(stranger, monitorId, 7)).toBeNull();
  const token = (await makeReportLink(editor, monitorId, 7))!;
  const [link] = await listReportLinks(editor.teamId, monitorId);
  expect(await listReportLinks(stranger.teamId, monitorId)).toEqual([]);
  expect(await takeBackReportLink(stranger.teamId, link!.reportLinkId)).toBe(false);
  expect(await findSharedDomain(token)).not.toBeNull();
});

test("there are none of a monitor of another kind, and only so many of one", async () => {
  const { team, editor, monitorId } = await makeShared();
  expect(await makeReportLink(editor, (await makeMonitor(team)).id, 7)).toBeNull();
  for (let made = 0; made < MOST_REPORT_LINKS; made++) expect(await makeReportLink(editor, monitorId, 7)).not.toBeNull();
  expect(await makeReportLink(editor, monitorId, 7)).toBeNull();
  await prisma.reportLink.updateMany({ data: { expiresAt: new Date(0) } });
  expect(await makeReportLink(editor, monitorId, 7)).not.toBeNull();
});
