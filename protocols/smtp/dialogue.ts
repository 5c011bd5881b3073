import type tls from "node:tls";
import type { SmtpTarget } from "#core/monitor.ts";
import type { Reason } from "#core/reason.ts";
import type { Facts } from "#core/result.ts";
import type { Session } from "#network/session.ts";

/**
 * What the commands of one dialogue share. Each command is a function of it that returns its reason to stop, or null to go on;
 * what it learned is in `facts`, and what is wrong but stops nobody in `degraded`, the first such reason.
 */
export type SmtpDialogue = {
  session: Session;
  target: SmtpTarget;
  facts: Facts;
  secureContext: tls.SecureContext;
  /** The server agreed to STARTTLS: the next bytes are TLS. */
  isReadyForTls: boolean;
  degraded: Reason | null;
};

/** The dialogue goes on, with something to tell. */
export function degrade(dialogue: SmtpDialogue, reason: Reason): void {
  dialogue.degraded ??= reason;
  dialogue.session.markFailed(reason);
}

/** Whether the last EHLO offered STARTTLS (RFC 3207 section 4). */
export function offersStarttls({ facts }: SmtpDialogue): boolean {
  return facts.capabilities.some((capability) => capability.toUpperCase() === "STARTTLS");
}
