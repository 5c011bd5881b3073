import { MECHANISM_WORDS } from "../monitor/monitor-form-words.ts";
import type { Written } from "./outline.ts";

/**
 * How a part of a step is shown and typed in a form. `text` is a line of text, `wire` one that goes over the wire, `block` several of them as one; `lines` are several texts,
 * each on a line of its own; `codes` and `verdicts` words with commas between them; `values` and `texts` names with a value or an expectation each.
 */
export type StepField = { path: readonly string[]; label: string; hint?: string; isNeeded?: boolean } & (
  | { as: "text" | "wire" | "block" | "time" | "number" | "lines" | "codes" | "verdicts" | "secret" | "values" | "texts" }
  | { as: "server"; protocol: "smtp" | "imap" | "pop3" }
  | { as: "choice"; words: Readonly<Record<string, string>> }
);

/** A step that can be chosen: what it does, what it has, and how it begins. */
export type StepForm = { about: string; fields: readonly StepField[]; fresh: Written };

const NAME: StepField = { path: ["name"], as: "text", label: "Name", hint: "What people call this step" };
const LIMIT: StepField = { path: ["limit"], as: "time", label: "Time limit", hint: "Such as 20s; at most the time that is left" };
const EVERY: readonly StepField[] = [NAME, LIMIT];

const REPLY: readonly StepField[] = [
  { path: ["code"], as: "codes", label: "Reply code", hint: "Such as 250, or 5xx; one of several" },
  { path: ["text", "matches"], as: "wire", label: "Reply matches", hint: "A pattern of RE2" },
  { path: ["text", "matchesNot"], as: "wire", label: "Reply does not match" },
];
const EXPECTED: readonly StepField[] = REPLY.map((field) => ({ ...field, path: ["expect", ...field.path] }));
const ANSWERED: readonly StepField[] = [...EXPECTED, ...EVERY];

const OTHERWISE: StepField = {
  path: ["otherwise"],
  as: "choice",
  label: "Otherwise it is",
  words: { degraded: "degraded", down: "down" },
};

const server = (protocol: "smtp" | "imap" | "pop3"): StepField => ({
  path: ["server"],
  as: "server",
  protocol,
  label: "Server",
  isNeeded: true,
});

const { none: _, ...MECHANISMS } = MECHANISM_WORDS;
const LOGIN: readonly StepField[] = [
  { path: ["username"], as: "wire", label: "User name", isNeeded: true },
  {
    path: ["secret"],
    as: "secret",
    label: "Password",
    hint: "By its name: the password itself stands in no script",
    isNeeded: true,
  },
  {
    path: ["mechanism"],
    as: "choice",
    label: "Log in with",
    words: MECHANISMS,
  },
];

const SEARCH: readonly StepField[] = [
  { path: ["every"], as: "time", label: "Looks again every", hint: "Such as 2s, until the message is there or the time is over" },
];

/** Every step there is, by its kind and command, in the order in which a script uses them. */
export const STEP_FORMS: Readonly<Record<string, StepForm>> = {
  "smtp: connect": {
    about: "Opens a connection and waits for the greeting.",
    fields: [server("smtp"), ...ANSWERED],
    fresh: { smtp: "connect", server: "" },
  },
  "smtp: ehlo": {
    about: "Says who we are.",
    fields: [
      { path: ["as"], as: "wire", label: "As", hint: "The name to say; that of the server above where it is empty" },
      ...ANSWERED,
    ],
    fresh: { smtp: "ehlo" },
  },
  "smtp: starttls": { about: "Encrypts the connection.", fields: ANSWERED, fresh: { smtp: "starttls" } },
  "smtp: auth": { about: "Logs in.", fields: [...LOGIN, ...ANSWERED], fresh: { smtp: "auth", username: "", secret: "submission" } },
  "smtp: mail": {
    about: "Names the sender.",
    fields: [
      { path: ["from"], as: "wire", label: "From", hint: "Empty for a sender whom nobody can answer", isNeeded: true },
      ...ANSWERED,
    ],
    fresh: { smtp: "mail", from: "" },
  },
  "smtp: rcpt": {
    about: "Names a recipient.",
    fields: [{ path: ["to"], as: "wire", label: "To", isNeeded: true }, ...ANSWERED],
    fresh: { smtp: "rcpt", to: "" },
  },
  "smtp: data": {
    about: "Sends the message of the run. Its text is ours.",
    fields: [{ path: ["size"], as: "number", label: "Size in bytes", hint: "Fills it up; at most 1 MiB" }, ...ANSWERED],
    fresh: { smtp: "data" },
  },
  "smtp: send": {
    about: "Says a line of your own.",
    fields: [{ path: ["line"], as: "wire", label: "Line", isNeeded: true }, ...ANSWERED],
    fresh: { smtp: "send", line: "NOOP" },
  },
  "smtp: rset": { about: "Takes sender and recipients back.", fields: ANSWERED, fresh: { smtp: "rset" } },
  "smtp: quit": { about: "Ends the connection.", fields: ANSWERED, fresh: { smtp: "quit" } },
  wait: {
    about: "Does nothing for a while.",
    fields: [{ path: ["wait"], as: "time", label: "For", hint: "Such as 5s", isNeeded: true }, NAME],
    fresh: { wait: "5s" },
  },
  "imap: connect": {
    about: "Opens a connection and waits for the greeting.",
    fields: [server("imap"), ...EVERY],
    fresh: { imap: "connect", server: "" },
  },
  "imap: starttls": { about: "Encrypts the connection.", fields: EVERY, fresh: { imap: "starttls" } },
  "imap: login": { about: "Logs in.", fields: [...LOGIN, ...EVERY], fresh: { imap: "login", username: "", secret: "mailbox" } },
  "imap: search": {
    about: "Looks for the message of the run until it is there.",
    fields: [
      { path: ["folders"], as: "lines", label: "Folders", hint: "Each on a line of its own", isNeeded: true },
      ...SEARCH,
      ...EVERY,
    ],
    fresh: { imap: "search", folders: ["INBOX"], every: "2s" },
  },
  "imap: fetch": { about: "Fetches what was found.", fields: EVERY, fresh: { imap: "fetch" } },
  "imap: delete": { about: "Marks what was found as deleted.", fields: EVERY, fresh: { imap: "delete" } },
  "imap: expunge": { about: "Removes it for good.", fields: EVERY, fresh: { imap: "expunge" } },
  "imap: logout": { about: "Ends the connection.", fields: EVERY, fresh: { imap: "logout" } },
  "pop3: connect": {
    about: "Opens a connection and waits for the greeting.",
    fields: [server("pop3"), ...EVERY],
    fresh: { pop3: "connect", server: "" },
  },
  "pop3: stls": { about: "Encrypts the connection.", fields: EVERY, fresh: { pop3: "stls" } },
  "pop3: login": { about: "Logs in.", fields: [...LOGIN, ...EVERY], fresh: { pop3: "login", username: "", secret: "mailbox" } },
  "pop3: search": {
    about: "Looks for the message of the run until it is there: with a login each time, and no sooner than the server allows.",
    fields: [...SEARCH, ...EVERY],
    fresh: { pop3: "search", every: "5s" },
  },
  "pop3: fetch": { about: "Fetches what was found.", fields: EVERY, fresh: { pop3: "fetch" } },
  "pop3: delete": { about: "Deletes what was found, once quit is said.", fields: EVERY, fresh: { pop3: "delete" } },
  "pop3: quit": { about: "Ends the connection.", fields: EVERY, fresh: { pop3: "quit" } },
  "inbound: receive": {
    about: "Waits for the message at the address at which we receive mail for this monitor, ${inbound}; its page shows it.",
    fields: EVERY,
    fresh: { inbound: "receive" },
  },
  "expect: reply": {
    about: "What the last reply by SMTP has to be.",
    fields: [...REPLY, OTHERWISE, NAME],
    fresh: { expect: "reply", code: "2xx" },
  },
  "expect: message": {
    about: "What the message that was found has to be.",
    fields: [
      { path: ["folder"], as: "wire", label: "Is in folder" },
      { path: ["delay"], as: "time", label: "Arrived within", hint: "Such as 30s" },
      { path: ["size", "atLeast"], as: "number", label: "Has at least so many bytes" },
      { path: ["size", "atMost"], as: "number", label: "Has at most so many bytes" },
      { path: ["headers"], as: "texts", label: "Header fields", hint: "A name and a pattern each, such as X-Spam-Flag" },
      { path: ["spf"], as: "verdicts", label: "SPF is" },
      { path: ["dkim"], as: "verdicts", label: "DKIM is" },
      { path: ["dmarc"], as: "verdicts", label: "DMARC is" },
      OTHERWISE,
      NAME,
    ],
    fresh: { expect: "message", delay: "30s", otherwise: "degraded" },
  },
  set: {
    about: "Gives variables their values: a text, or what a pattern finds in the last reply.",
    fields: [{ path: ["set"], as: "values", label: "Variables", isNeeded: true }, NAME],
    fresh: { set: { name: "value" } },
  },
};

const KINDS = ["smtp", "imap", "pop3", "inbound", "expect"];

/** Which of them a step is, as it stands in a text; null where it is none. */
export function formOf(step: Written | null): string | null {
  if (step === null) return null;
  const kind = KINDS.find((each) => Object.hasOwn(step, each));
  const name = kind === undefined ? ["wait", "set"].find((each) => Object.hasOwn(step, each)) : `${kind}: ${String(step[kind])}`;
  return name !== undefined && Object.hasOwn(STEP_FORMS, name) ? name : null;
}
