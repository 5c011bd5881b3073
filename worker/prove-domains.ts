import { isUnanswered } from "#core/dns/answer.ts";
import { holdsProof, proofRecord } from "#core/domain/domain-proof.ts";
import { claimDomainProofs, type WantedProof } from "#db/domain-proof/claim-domain-proofs.ts";
import { finishDomainProof } from "#db/domain-proof/finish-domain-proof.ts";
import { resolverAt } from "#network/dns/resolver-at.ts";
import { onWake } from "./on-wake.ts";
import type { Outage } from "./outage.ts";

const SWEEP_EVERY_MS = 5_000;
const MOST_AT_ONCE = 20;
/** The others that are looked up at once wait for the slowest. */
const TIME_LIMIT_MS = 5_000;

/** Looks up the proof of each domain that waits for it. Returns what ends it. */
export function proveDomains(dnsServers: readonly string[], outage: Outage): () => Promise<void> {
  return onWake("domain_proof_wanted", SWEEP_EVERY_MS, outage, async () => {
    const wanted = await claimDomainProofs(MOST_AT_ONCE);
    await Promise.all(wanted.map((proof) => prove(proof, dnsServers)));
  });
}

async function prove(wanted: WantedProof, dnsServers: readonly string[]): Promise<void> {
  const record = proofRecord(wanted.domain, wanted.token);
  const resolver = resolverAt({ servers: dnsServers, secondServers: [] }, { limitMs: TIME_LIMIT_MS });
  const answer = await resolver.ask(record.name, "TXT");
  if (answer.outcome === "found") {
    const texts = answer.records.map(({ data }) => data);
    return finishDomainProof(wanted, holdsProof(texts, record) ? null : "There is a TXT record, but it is not this one.");
  }
  const trouble = isUnanswered(answer) ? `The DNS did not answer (${answer.outcome}).` : "There is no such TXT record yet.";
  await finishDomainProof(wanted, trouble);
}
