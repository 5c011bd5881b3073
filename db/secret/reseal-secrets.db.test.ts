import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { prisma } from "../client.ts";
import { openSecret } from "./open-secret.ts";
import { resealSecrets } from "./reseal-secrets.ts";
import { sealSecret } from "./seal-secret.ts";
import { secretKeys } from "./secret-keys.ts";

const [before, after, lost] = [randomBytes(32), randomBytes(32), randomBytes(32)];

async function makeSealed(key: Buffer) {
  const { id: teamId } = await makeTeam();
  const { id: monitorId } = await makeMonitor(await prisma.team.findUniqueOrThrow({ where: { id: teamId } }));
  const sealed = sealSecret({ teamId, monitorId }, `secret of ${monitorId}`, secretKeys([key]));
  await prisma.monitor.update({ where: { id: monitorId }, data: { secret: new Uint8Array(sealed) } });
  return { teamId, monitorId };
}
const sealedOf = async (monitorId: number) =>
  Buffer.from((await prisma.monitor.findUniqueOrThrow({ where: { id: monitorId } })).secret!);

test("after a change of the key all that can be opened is sealed with the new one, once", async () => {
  const old = await Promise.all(Array.from({ length: 3 }, () => makeSealed(before)));
  const strange = await makeSealed(lost);
  const lostBefore = await sealedOf(strange.monitorId);
  expect(await resealSecrets(secretKeys([before]))).toBe(0);
  expect(await resealSecrets(secretKeys([after, before]))).toBe(3);
  expect(await resealSecrets(secretKeys([after, before]))).toBe(0);
  for (const owner of old) {
    const secret = await sealedOf(owner.monitorId);
    expect(openSecret({ owner, secret }, secretKeys([after]))).toBe(`secret of ${owner.monitorId}`);
  }
  expect(await sealedOf(strange.monitorId)).toEqual(lostBefore);
});

test("however many cannot be opened, those behind them are sealed anew", async () => {
  const team = await makeTeam();
  const { id } = await makeMonitor(team);
  const copy = await prisma.monitor.findUniqueOrThrow({ where: { id }, omit: { id: true } });
  const strange = sealSecret({ teamId: team.id, monitorId: 0 }, "another's", secretKeys([before]));
  await prisma.monitor.createMany({
    data: Array.from({ length: 500 }, () => ({ ...copy, target: copy.target!, secret: new Uint8Array(strange) })),
  });
  const behind = await makeSealed(before);
  expect(await resealSecrets(secretKeys([after, before]))).toBe(1);
  expect(openSecret({ owner: behind, secret: await sealedOf(behind.monitorId) }, secretKeys([after]))).toBe(
    `secret of ${behind.monitorId}`,
  );
});
