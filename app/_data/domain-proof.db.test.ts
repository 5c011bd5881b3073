import { expect, test } from "vitest";
import type { Viewer } from "#core/account/viewer.ts";
import type { Target } from "#core/monitor/monitor.ts";
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

test("a recipient of a script may confirm instead, until they want no more", async () => {
  const { id: teamId } = await makeTeam();
  const editor = { teamId } as Viewer;
  const script = `version: 1
servers:
  out: { protocol: smtp, host: mx.example.org, port: 25, tls: none }
steps:
  - { smtp: connect, server: out }
  - { smtp: mail, from: "" }
  - { smtp: rcpt, to: Reader@example.com }
`;
  const target: Target = { kind: "mailflow", host: "mx.example.org", port: 25, script };
  const wanted = { domain: "example.com", or: "mx.example.org", mailbox: "reader@example.com", field: "script" };
  expect(await unproved(editor, target)).toEqual({ unproved: wanted });
  await prisma.recipient.create({ data: { teamId, mailbox: "reader@example.com", provedAt: new Date() } });
  expect(await unproved(editor, target)).toBeNull();
});
