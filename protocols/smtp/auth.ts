import type { Reason } from "#core/reason.ts";
import type { Mechanism as WantedMechanism } from "#core/login.ts";
import { chooseMechanism, type MechanismName } from "./auth/choose-mechanism.ts";
import { cramMd5 } from "./auth/cram-md5.ts";
import { failedLogin, logIn } from "./auth/log-in.ts";
import { login } from "./auth/login.ts";
import type { Mechanism } from "./auth/mechanism.ts";
import { plain } from "./auth/plain.ts";
import { scramSha256 } from "./auth/scram-sha-256.ts";
import { xoauth2 } from "./auth/xoauth2.ts";
import { degrade, type SmtpDialogue } from "./dialogue.ts";

const MECHANISMS = { PLAIN: plain, LOGIN: login, "CRAM-MD5": cramMd5, "SCRAM-SHA-256": scramSha256, XOAUTH2: xoauth2 } satisfies {
  [Name in MechanismName]: (username: string, secret: string) => Mechanism;
};

/**
 * Logs in (RFC 4954), unless the server refused the same login before: nobody's account is locked by a monitor. A login is never sent in
 * the clear, nor where something is wrong with the encryption or the certificate; the dialogue then ends here, degraded.
 */
export async function auth(dialogue: SmtpDialogue): Promise<Reason | null> {
  const { session, target, secret, facts, memory, logins } = dialogue;
  if (target.login === undefined || secret === null) throw new Error("A check that logs in has a user name and a secret.");
  if (memory.isLoginRefused) return stopped("before");

  const { mechanism, username } = target.login;
  const offered = chooseMechanism(mechanism, facts.capabilities);
  if (offered !== null && dialogue.isPrivate) {
    const attempt = () => logIn(dialogue, offered, MECHANISMS[offered](username, secret));
    return logins.run(session, attempt, () => stopped("on another way to it"));
  }

  const inClear = offered ?? chooseMechanism(mechanism, dialogue.offeredInClear);
  if (inClear === null) return failedLogin("auth.unavailable", unavailable(mechanism, facts.capabilities));
  degrade(dialogue, failedLogin("auth.cleartext", cleartext(dialogue, inClear)));
  dialogue.isOver = true;
  return null;
}

function stopped(where: string): Reason {
  return failedLogin("auth.stopped", `The server refused it ${where}, so it was not tried.`);
}

function cleartext({ isPrivate, facts }: SmtpDialogue, name: MechanismName): string {
  if (isPrivate) return `${name} is offered only before TLS, so nothing was sent.`;
  return `The ${facts.tls === null ? "connection is not encrypted" : "encryption or the certificate was not accepted"}, so nothing was sent.`;
}

function unavailable(wanted: WantedMechanism, capabilities: readonly string[]): string {
  const offered = capabilities.filter((capability) => /^AUTH[ =]/i.test(capability)).join(", ");
  if (offered === "") return "AUTH is not offered.";
  return wanted === "best" ? `Of ${offered} none is for a password.` : `${wanted} is not offered, but ${offered}.`;
}
