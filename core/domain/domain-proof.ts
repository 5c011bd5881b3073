import type { SmtpTarget } from "../monitor/monitor.ts";

/** The label under which a domain's owner puts the proof, as TXT records of this kind usually stand (RFC 8552). */
const LABEL = "_ehlowatch-proof";

/** The TXT record that proves control of a domain: whoever can write it speaks for the domain. */
export type ProofRecord = { name: string; value: string };

/** The record that a domain's owner has to write; `token` is the team's own for this domain. */
export function proofRecord(domain: string, token: string): ProofRecord {
  return { name: `${LABEL}.${domain}`, value: `ehlowatch-proof=${token}` };
}

/** Whether one of the TXT records of a name is the proof. */
export function holdsProof(texts: readonly string[], { value }: ProofRecord): boolean {
  return texts.some((text) => text.trim() === value);
}

/**
 * A domain that has to be proved, or another one instead of it, and the field of the monitor form that brings it in. `mailbox` (in lower case) is a
 * recipient whose own word is as good: who reads it may confirm a code.
 */
export type WantedProof = {
  domain: string;
  or?: string;
  mailbox?: string;
  field: "username" | "accepted" | "refused" | "script" | "tests";
};

/**
 * What somebody must control before a target may be checked: a login is tried at the host, and recipients are named at their domain.
 * Nobody else's server is to be bothered with either.
 */
export function proofsWanted({ host, login, envelope }: Pick<SmtpTarget, "host" | "login" | "envelope">): WantedProof[] {
  const wanted: WantedProof[] = login === undefined ? [] : [{ domain: host, field: "username" }];
  for (const field of ["accepted", "refused"] as const) {
    const recipient = envelope?.[field];
    if (recipient !== undefined) wanted.push({ domain: domainOf(recipient), field });
  }
  return wanted;
}

/** What is said of a domain whose control is not proved yet. */
export function proveFirst({ domain, mailbox }: Pick<WantedProof, "domain" | "mailbox">): string {
  const prove = `Prove first that you control ${domain}: Settings, Domains.`;
  return mailbox === undefined ? prove : `${prove} Or let whoever reads ${mailbox} confirm it: Settings, Recipients.`;
}

/** Whether control of a domain is proved: of itself, or of one that it is under. An address has no owner who could prove anything. */
export function isProved(domain: string, proved: readonly string[]): boolean {
  return proved.some((each) => domain === each || domain.endsWith(`.${each}`));
}

/** The domain of a mailbox. */
export function domainOf(mailbox: string): string {
  return mailbox.slice(mailbox.lastIndexOf("@") + 1).toLowerCase();
}
