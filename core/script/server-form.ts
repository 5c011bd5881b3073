import type { DialogueKind } from "../check/stage.ts";
import { EXCEPTION_WORDS, tlsWords } from "../monitor/monitor-form-words.ts";
import { usualPort, usualTls } from "../monitor/monitor-form.ts";
import type { Written } from "./outline.ts";
import type { StepField } from "./step-forms.ts";

const { none: _, ...EXCEPTIONS } = EXCEPTION_WORDS;

/** What a server of a script has, as a form shows it. */
export const SERVER_FIELDS: readonly StepField[] = [
  { path: ["protocol"], as: "choice", label: "It speaks", words: { smtp: "SMTP", imap: "IMAP", pop3: "POP3" }, isNeeded: true },
  { path: ["host"], as: "wire", label: "Host", isNeeded: true },
  { path: ["port"], as: "number", label: "Port", isNeeded: true },
  { path: ["tls"], as: "choice", label: "TLS", words: tlsWords("smtp"), isNeeded: true },
  { path: ["ehlo"], as: "wire", label: "EHLO name", hint: "The name we say to an SMTP server" },
  { path: ["trust", "except"], as: "choice", label: "Wrong with its certificate may be", words: EXCEPTIONS },
  { path: ["trust", "ca"], as: "block", label: "Own authority", hint: "Certificates in PEM, trusted besides the usual ones" },
  { path: ["trust", "pin"], as: "wire", label: "Fingerprint of its certificate", hint: "SHA-256" },
  { path: ["trust", "warnDays"], as: "number", label: "Days before it ends to be told" },
];

/** A server as it begins. */
export function freshServer(protocol: DialogueKind): Written {
  const tls = protocol === "smtp" ? "starttls-required" : usualTls(protocol);
  return { protocol, host: "", port: protocol === "smtp" ? 587 : Number(usualPort(protocol, tls)), tls };
}
