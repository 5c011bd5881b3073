import { domainOf, type WantedProof } from "../domain/domain-proof.ts";
import { claimsOf } from "./claims.ts";
import type { Script } from "./script.ts";
import { variablesIn } from "./template.ts";

/**
 * What somebody must control before a script may be run (see proofsWanted). Whoever controls a server may name anybody to it, as the test of an open relay does: none of it goes further, for a message is only sent to
 * recipients who said that they want it. Our own address for mail needs no proof.
 */
export function scriptProofsWanted(script: Script): WantedProof[] {
  const { logins, recipients } = claimsOf(script);
  return [
    ...logins.map(({ server }) => ({ domain: server.host, field: "script" as const })),
    ...recipients
      .filter(({ mailbox }) => mailbox !== "${inbound}")
      .map(({ server, mailbox }) => {
        const domain = domainOf(mailbox);
        const isKnown = variablesIn(mailbox).length === 0;
        return {
          domain: variablesIn(domain).length > 0 ? server.host : domain,
          or: server.host,
          field: "script" as const,
          ...(isKnown ? { mailbox: mailbox.toLowerCase() } : {}),
        };
      }),
  ];
}
