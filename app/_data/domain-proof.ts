import { canManage } from "#core/account/role.ts";
import type { Viewer } from "#core/account/viewer.ts";
import { isProved, proofRecord, proofsWanted, type WantedProof } from "#core/domain/domain-proof.ts";
import { isDialogue, type Target } from "#core/monitor/monitor.ts";
import { readScript } from "#core/script/read-script.ts";
import { scriptProofsWanted } from "#core/script/script-proofs.ts";
import { addDomainProof } from "#db/domain-proof/add-domain-proof.ts";
import { deleteDomainProof } from "#db/domain-proof/delete-domain-proof.ts";
import { listDomainProofs } from "#db/domain-proof/list-domain-proofs.ts";
import { listProvedDomains } from "#db/domain-proof/list-proved-domains.ts";
import { listRecipients } from "#db/recipient/list-recipients.ts";
import { env } from "#env.ts";
import { requireViewer } from "./viewer.ts";

/** Whether logins and recipients need proof: not on a machine of one's own. */
const NEEDS_PROOF = !env.EMBEDDED;

/** The domains of the viewer's team, each with the record that proves it. */
export async function loadDomains() {
  const viewer = await requireViewer();
  const domains = await listDomainProofs(viewer.teamId);
  return {
    viewer,
    canManage: canManage(viewer.role),
    needsProof: NEEDS_PROOF,
    domains: domains.map(({ token, ...row }) => ({ ...row, record: proofRecord(row.domain, token) })),
  };
}

/** A target that needs a proof of control the editor's team does not have. */
export type Unproved = { unproved: WantedProof };

/** The first proof a target needs that the editor's team does not have; null where there is none, or none is needed. */
export async function unproved(editor: Viewer, target: Target): Promise<Unproved | null> {
  const wanted = NEEDS_PROOF ? wantedBy(target) : [];
  if (wanted.length === 0) return null;
  const proved = await listProvedDomains(editor.teamId);
  const confirmed = await confirmedBy(editor, wanted);
  const missing = wanted.find(
    ({ domain, or = domain, mailbox }) =>
      !isProved(domain, proved) && !isProved(or, proved) && (mailbox === undefined || !confirmed.includes(mailbox)),
  );
  return missing === undefined ? null : { unproved: missing };
}

/** The mailboxes of a team that have confirmed, where any of them is asked for. */
async function confirmedBy({ teamId }: Viewer, wanted: readonly WantedProof[]): Promise<string[]> {
  if (wanted.every(({ mailbox }) => mailbox === undefined)) return [];
  const recipients = await listRecipients(teamId);
  return recipients.flatMap(({ mailbox, provedAt, revokedAt }) => (provedAt && !revokedAt ? [mailbox] : []));
}

function wantedBy(target: Target): WantedProof[] {
  if (isDialogue(target)) return proofsWanted(target);
  if (target.kind === "domain") return target.tests.length === 0 ? [] : [{ domain: target.host, field: "tests" }];
  if (target.kind === "blocklist") return [];
  const { script } = readScript(target.script);
  return script === null ? [] : scriptProofsWanted(script);
}

/** Asks for the look-up of a domain's proof. */
export function proveDomain(manager: Viewer, domain: string): ReturnType<typeof addDomainProof> {
  return addDomainProof(manager.teamId, domain);
}

/** Forgets a domain of the manager's team. */
export async function forgetDomain(manager: Viewer, domainProofId: number): Promise<void> {
  await deleteDomainProof(manager.teamId, domainProofId);
}
