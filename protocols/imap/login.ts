import type { Mechanism } from "#core/monitor/login.ts";
import type { Reason } from "#core/reason/reason.ts";
import { answerReason } from "../dialogue.ts";
import { isOffered } from "../offered.ts";
import { attemptLogin } from "../sasl/attempt-login.ts";
import { chooseMechanism, type MechanismName } from "../sasl/choose-mechanism.ts";
import { logIn, type Wire } from "../sasl/log-in.ts";
import { MECHANISMS } from "../sasl/mechanisms.ts";
import type { ImapDialogue } from "./dialogue.ts";
import { isQuotable, quoted } from "./quoted.ts";
import { readAnswer } from "./read-answer.ts";
import { TAGS } from "./tags.ts";

/** The most a command line should have (RFC 9051 section 4), its line end included. */
const COMMAND_BYTES = 8_192;

/** The command LOGIN, which is not the mechanism of that name. */
const COMMAND = "The command LOGIN";

/**
 * Logs in by AUTHENTICATE (RFC 9051 section 6.2.2) or, where a password may go the way that is left to us or by LOGIN, and no mechanism is
 * offered for it, by the command LOGIN (section 6.2.3), unless the server says that it has none (LOGINDISABLED).
 */
export function login(dialogue: ImapDialogue): Promise<Reason | null> {
  const { session, target, facts, secret } = dialogue;
  const tag = TAGS.login;
  const wire: Wire = {
    stage: "login",
    command: `${tag} AUTHENTICATE`,
    commandBytes: isOffered(facts.capabilities, "SASL-IR") ? COMMAND_BYTES : 0, // RFC 4959
    read: () => readAnswer(session, { tag, mayChallenge: true }).then(({ answer }) => answer),
    challenge: "+",
    done: "OK",
  };
  const mayBeCommand = isQuotable(target.login?.username ?? "") && isQuotable(secret ?? "");
  return attemptLogin<MechanismName | typeof COMMAND>(dialogue, {
    stage: "login",
    choose: (wanted, capabilities) =>
      chooseMechanism(wanted, capabilities, "AUTH") ?? (mayBeCommand && hasCommand(wanted, capabilities) ? COMMAND : null),
    unavailable: (wanted, capabilities) => unavailable(wanted, capabilities, mayBeCommand),
    logIn: (way, username, password) =>
      way === COMMAND ? sayLogin(dialogue, username, password) : logIn(dialogue, wire, way, MECHANISMS[way](username, password)),
  });
}

function hasCommand(wanted: Mechanism, capabilities: readonly string[]): boolean {
  return ["best", "LOGIN"].includes(wanted) && capabilities.length > 0 && !isOffered(capabilities, "LOGINDISABLED");
}

/** Says LOGIN. Only encryption protects it. */
async function sayLogin(dialogue: ImapDialogue, username: string, password: string): Promise<Reason | null> {
  const { session } = dialogue;
  const tag = TAGS.login;
  session.secrets.hide(quoted(password)); // what is said back may be cut anywhere
  session.send(`${tag} LOGIN ${quoted(username)} `, quoted(password));
  const { answer } = await readAnswer(session, { tag });
  return "code" in answer && answer.code === "OK" ? null : answerReason(dialogue, "login", answer);
}

function unavailable(wanted: Mechanism, capabilities: readonly string[], mayBeCommand: boolean): string {
  const offered = capabilities.filter((capability) => /^(?:AUTH[ =]|LOGINDISABLED$)/i.test(capability)).join(", ");
  if (hasCommand(wanted, capabilities) && !mayBeCommand)
    return "LOGIN cannot carry this user name and password, and no mechanism is offered that can.";
  if (wanted === "best") return offered === "" ? "No login is offered." : `Of ${offered} none is for a password.`;
  return offered === "" ? `${wanted} is not offered.` : `${wanted} is not offered, but ${offered}.`;
}
