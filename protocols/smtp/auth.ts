import type { Reason } from "#core/reason/reason.ts";
import { attemptLogin } from "../sasl/attempt-login.ts";
import { chooseMechanism } from "../sasl/choose-mechanism.ts";
import { logIn, type Wire } from "../sasl/log-in.ts";
import { MECHANISMS } from "../sasl/mechanisms.ts";
import type { SmtpDialogue } from "./dialogue.ts";
import { readReply } from "./read-reply.ts";

/** Logs in (RFC 4954). A command line has 512 bytes at most (RFC 5321 section 4.5.3.1.4). */
export function auth(dialogue: SmtpDialogue): Promise<Reason | null> {
  const read = () => readReply(dialogue.session);
  const wire: Wire = { stage: "auth", command: "AUTH", commandBytes: 512, read, challenge: 334, done: 235 };
  return attemptLogin(dialogue, {
    stage: "auth",
    choose: (wanted, capabilities) => chooseMechanism(wanted, capabilities, "AUTH"),
    unavailable: (wanted, capabilities) => {
      const offered = capabilities.filter((capability) => /^AUTH[ =]/i.test(capability)).join(", ");
      if (offered === "") return "AUTH is not offered.";
      return wanted === "best" ? `Of ${offered} none is for a password.` : `${wanted} is not offered, but ${offered}.`;
    },
    logIn: (name, username, secret) => logIn(dialogue, wire, name, MECHANISMS[name](username, secret)),
  });
}
