import type { Mechanism as WantedMechanism } from "#core/monitor/login.ts";
import type { Reason } from "#core/reason/reason.ts";
import { degrade, type Dialogue } from "../dialogue.ts";
import { failedLogin, type LoginStage } from "./log-in.ts";

/**
 * The ways in which somebody can log in by a protocol. `choose` takes one that these capabilities offer, `unavailable` says in a sentence why
 * none of them will do, and `logIn` goes it. `isAlone`: a mailbox is for one session at a time.
 */
export type LoginWays<Way extends string> = {
  stage: LoginStage;
  choose: (wanted: WantedMechanism, capabilities: readonly string[]) => Way | null;
  unavailable: (wanted: WantedMechanism, capabilities: readonly string[]) => string;
  logIn: (way: Way, username: string, secret: string) => Promise<Reason | null>;
  isAlone?: boolean;
};

/**
 * Logs in, unless the server refused the same login before: nobody's account is locked by a monitor. A login is never sent in the clear, nor
 * where something is wrong with the encryption or the certificate; the dialogue then ends here, degraded.
 */
export async function attemptLogin<Way extends string>(dialogue: Dialogue, ways: LoginWays<Way>): Promise<Reason | null> {
  const { session, target, secret, facts, memory, logins } = dialogue;
  const { stage } = ways;
  if (target.login === undefined || secret === null) throw new Error("A check that logs in has a user name and a secret.");
  const stopped = (where: string) => failedLogin(stage, "stopped", `The server refused it ${where}, so it was not tried.`);
  if (memory.isLoginRefused) return stopped("before");

  const { mechanism, username } = target.login;
  const offered = ways.choose(mechanism, facts.capabilities);
  if (offered !== null && dialogue.isPrivate) {
    return logins.run(
      session,
      () => ways.logIn(offered, username, secret),
      () => stopped("on another way to it"),
      ways.isAlone,
    );
  }

  const inClear = offered ?? ways.choose(mechanism, dialogue.offeredInClear);
  if (inClear === null) return failedLogin(stage, "unavailable", ways.unavailable(mechanism, facts.capabilities));
  degrade(dialogue, failedLogin(stage, "cleartext", cleartext(dialogue, inClear)));
  dialogue.isOver = true;
  return null;
}

function cleartext({ isPrivate, facts }: Dialogue, way: string): string {
  if (isPrivate) return `${way} is offered only before TLS, so nothing was sent.`;
  return `The ${facts.tls === null ? "connection is not encrypted" : "encryption or the certificate was not accepted"}, so nothing was sent.`;
}
