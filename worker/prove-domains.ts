import { holdsProof, proofRecord } from "#core/domain/domain-proof.ts";
import type { DnsFailure } from "#core/reason/reason.ts";
import { claimDomainProofs, type WantedProof } from "#db/domain-proof/claim-domain-proofs.ts";
import { finishDomainProof } from "#db/domain-proof/finish-domain-proof.ts";
import { resolveTxt } from "#network/txt-records.ts";
import { onWake } from "./on-wake.ts";
import type { Outage } from "./outage.ts";

const SWEEP_EVERY_MS = 5_000;
const MOST_AT_ONCE = 20;
/** The others that are looked up at once wait for the slowest. */
const TIME_LIMIT_MS = 5_000;

/** What is told where there is no record to read; anything else is trouble on the way. */
const NOTHING_THERE: readonly DnsFailure[] = ["nxdomain", "nodata"];

/** Looks up the proof of each domain that waits for it. Returns what ends it. */
export function proveDomains(dnsServers: readonly string[], outage: Outage): () => Promise<void> {
  return onWake("domain_proof_wanted", SWEEP_EVERY_MS, outage, async () => {
    const wanted = await claimDomainProofs(MOST_AT_ONCE);
    await Promise.all(wanted.map((proof) => prove(proof, dnsServers)));
  });
}

async function prove(wanted: WantedProof, dnsServers: readonly string[]): Promise<void> {
  const record = proofRecord(wanted.domain, wanted.token);
  const answer = await resolveTxt(record.name, dnsServers, TIME_LIMIT_MS);
  if ("records" in answer) {
    const found = holdsProof(answer.records, record) ? null : "There is a TXT record, but it is not this one.";
    return finishDomainProof(wanted, found);
  }
  const isAbsent = NOTHING_THERE.includes(answer.failure);
  await finishDomainProof(wanted, isAbsent ? "There is no such TXT record yet." : `The DNS did not answer (${answer.failure}).`);
}
