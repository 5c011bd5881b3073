import type { Mechanism } from "#core/monitor/login.ts";
import type { Reason } from "#core/reason/reason.ts";
import { isOffered } from "../offered.ts";
import { attemptLogin } from "../sasl/attempt-login.ts";
import { chooseMechanism, type MechanismName } from "../sasl/choose-mechanism.ts";
import { logIn, type Wire } from "../sasl/log-in.ts";
import { MECHANISMS } from "../sasl/mechanisms.ts";
import { knowsCapa } from "./capa.ts";
import type { Pop3Dialogue } from "./dialogue.ts";
import { tooSoonMs } from "./login-delay.ts";
import { readReply } from "./read-reply.ts";
import { canSayUserPass, userPass } from "./user-pass.ts";

/** The most a command line may have, with its line end (RFC 2449 section 4, RFC 5034 section 4). */
const COMMAND_BYTES = 255;

/**
 * Logs in by AUTH (RFC 5034) or, where a password may go the way that is left to us or as LOGIN does, and no mechanism is offered for it, by USER
 * and PASS (RFC 1939 section 7). APOP is left out on purpose: its MD5 gives a password away to whoever can choose a few hundred challenges (CVE-2007-1558),
 * and makes the server keep all of them in the clear (decision 036).
 */
export async function login(dialogue: Pop3Dialogue): Promise<Reason | null> {
  const { session, target, secret, facts } = dialogue;
  const read = () => readReply(session, { mayChallenge: true });
  const wire: Wire = { stage: "login", command: "AUTH", commandBytes: COMMAND_BYTES, read, challenge: "+", done: "+OK" };
  const mayBeUser = canSayUserPass(target.login?.username ?? "", secret ?? "", COMMAND_BYTES);
  const reason = await attemptLogin<MechanismName | "USER">(dialogue, {
    stage: "login",
    isAlone: true, // RFC 1939 section 4
    choose: (wanted, capabilities) =>
      chooseMechanism(wanted, capabilities, "SASL") ?? (mayBeUser && isUserFor(dialogue, wanted, capabilities) ? "USER" : null),
    unavailable: (wanted, capabilities) => unavailable(wanted, capabilities, mayBeUser),
    logIn: (way, username, password) =>
      way === "USER" ? userPass(dialogue, username, password) : logIn(dialogue, wire, way, MECHANISMS[way](username, password)),
  });
  const waitMs = tooSoonMs(reason?.reply, facts.capabilities);
  if (waitMs !== null) dialogue.retryAt = dialogue.now() + waitMs;
  return reason;
}

/** Whether USER may be tried: it is offered, or nobody knows what is. */
function isUserFor(dialogue: Pop3Dialogue, wanted: Mechanism, capabilities: readonly string[]): boolean {
  return ["best", "LOGIN"].includes(wanted) && (isOffered(capabilities, "USER") || !knowsCapa(dialogue));
}

function unavailable(wanted: Mechanism, capabilities: readonly string[], mayBeUser: boolean): string {
  const offered = capabilities.filter((capability) => /^(?:SASL|USER)(?: |$)/i.test(capability)).join(", ");
  if (offered === "") return "No login is offered.";
  if (wanted !== "best") return `${wanted} is not offered, but ${offered}.`;
  return mayBeUser
    ? `Of ${offered} none is for a password.`
    : `USER and PASS cannot carry this user name and password, and ${offered} is all that is offered.`;
}
