import { expect, test } from "vitest";
import type { Target } from "#core/monitor.ts";
import type { Viewer } from "#core/viewer.ts";
import { prisma } from "#db/client.ts";
import { makeTeam } from "#testing/makers.ts";
import { unproved } from "./domain-proof.ts";

// The settings of a test are those of a hosted product.
const plain: Target = { kind: "smtp", host: "mx.example.com", port: 25, tls: "starttls", ehloName: "probe.example" };
const withLogin: Target = { ...plain, login: { mechanism: "best", username: "probe" } };
const withRecipient: Target = { ...plain, until: "accept", envelope: { from: "", accepted: "postmaster@example.net" } };

test("a login and a recipient wait for their proof, and nothing else does", async () => {
  const { id: teamId } = await makeTeam();
  const editor = { teamId } as Viewer;
  expect(await unproved(editor, plain)).toBeNull();
  expect(await unproved(editor, withLogin)).toEqual({ unproved: { domain: "mx.example.com", field: "username" } });
  expect(await unproved(editor, withRecipient)).toEqual({ unproved: { domain: "example.net", field: "accepted" } });

  await prisma.domainProof.create({ data: { teamId, domain: "example.com", token: "t", provedAt: new Date() } });
  await prisma.domainProof.create({ data: { teamId, domain: "example.net", token: "t" } });
  expect(await unproved(editor, withLogin)).toBeNull();
  expect(await unproved(editor, withRecipient)).not.toBeNull();
});
