import type { DialogueKind } from "../check/stage.ts";
import type { DialogueTarget, ImapTarget, SmtpTarget, Target } from "../monitor/monitor.ts";
import { targetText } from "../monitor/target-text.ts";
import type { ServerAt } from "../reason/reason.ts";

/** What of a target stands in commands. */
export type CommandTarget = Pick<DialogueTarget, "kind" | "host" | "port" | "tls" | "login"> &
  Partial<Pick<SmtpTarget, "ehloName" | "envelope"> & Pick<ImapTarget, "folder">>;

/** Whose name stands in commands that are about nobody's server. */
export const EXAMPLE_TARGETS: Record<DialogueKind, CommandTarget> = {
  smtp: { kind: "smtp", host: "mail.example.com", port: 25, tls: "starttls", ehloName: "probe.example.com" },
  imap: { kind: "imap", host: "mail.example.com", port: 143, tls: "starttls" },
  pop3: { kind: "pop3", host: "mail.example.com", port: 110, tls: "starttls" },
};
export const EXAMPLE_TARGET: CommandTarget = EXAMPLE_TARGETS.smtp;

const SWAKS_TLS = { none: "", starttls: " --tls-optional", "starttls-required": " --tls", implicit: " --tls-on-connect" } as const;

const CURL_TLS = { none: "", starttls: " --ssl", "starttls-required": " --ssl-reqd", implicit: "" } as const;

const SWAKS_MECHANISMS = ["PLAIN", "LOGIN", "CRAM-MD5"] as const;

/** What stands in commands about a target; of several servers the one of whom it is told. */
export function commandTarget(target: CommandTarget | Target, at: ServerAt | undefined, kind: DialogueKind): CommandTarget {
  if (at !== undefined) return at;
  return "tls" in target ? target : { ...EXAMPLE_TARGETS[kind], host: target.host, port: target.port };
}

/** What each placeholder stands for: a value of the target, or a command that is the same in many places. */
const PLACEHOLDERS = {
  host: ({ host }) => host,
  port: ({ port }) => String(port),
  ehlo: ({ ehloName = "probe.example.com" }) => ehloName,
  from: (target) => quoted(senderOf(target)),
  fromDomain: (target) => senderOf(target).split("@")[1] ?? "example.com",
  to: (target) => quoted(recipientOf(target)),
  toDomain: (target) => recipientOf(target).split("@")[1] ?? "example.com",
  refused: ({ envelope }) => quoted(envelope?.refused ?? "recipient@elsewhere.example"),
  user: (target) => quoted(userOf(target)),
  /** Shows what the server says first, through TLS where it speaks TLS at once. */
  listen: (target) => (target.tls === "implicit" ? `${openssl(target)} -quiet` : `nc ${target.host} ${target.port}`),
  openssl,
  swaks,
  /** Asks a server of IMAP or POP3, as far as it lets everybody. */
  curl,
  login,
  examine: (target) => `${login(target)} --request ${quoted(`EXAMINE ${inQuotes(target.folder ?? "INBOX")}`)}`,
  /** A mail as far as the stop that follows, after the login where there is one. */
  mail: (target) => {
    const auth = target.login === undefined ? "" : swaksAuth(target);
    return `${swaks(target)}${auth} --from ${quoted(senderOf(target))} --to ${quoted(recipientOf(target))}`;
  },
} satisfies Record<string, (target: CommandTarget) => string>;

const ANY_PLACEHOLDER = new RegExp(`\\{(${Object.keys(PLACEHOLDERS).join("|")})\\}`, "g");

/** A text with its placeholders replaced by what they are for a target. What a person typed is quoted for a shell. */
export function filledIn(text: string, target: CommandTarget): string {
  return text.replace(ANY_PLACEHOLDER, (_, name: keyof typeof PLACEHOLDERS) => PLACEHOLDERS[name](target));
}

function openssl(target: CommandTarget): string {
  const startTls = target.tls === "implicit" ? "" : ` -starttls ${target.kind}`;
  const isAddress = target.host.includes(":") || /^[\d.]+$/.test(target.host); // SNI holds names only (RFC 6066 section 3)
  return `openssl s_client -connect ${targetText(target)}${startTls} ${isAddress ? "-noservername" : `-servername ${target.host}`}`;
}

function swaks({ host, port, tls }: CommandTarget): string {
  return `swaks --server ${host} --port ${port}${SWAKS_TLS[tls]}`;
}

function curl(target: CommandTarget, tls: string = CURL_TLS[target.tls]): string {
  return `curl -v${tls} ${schemeOf(target)}://${targetText(target)}`;
}

function schemeOf({ kind, tls }: CommandTarget): string {
  return tls === "implicit" ? `${kind}s` : kind;
}

/** A string of IMAP (RFC 9051 section 4.3). */
function inQuotes(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

/** Each tool knows only some mechanisms; all of these ask for the password. */
function login(target: CommandTarget): string {
  const { mechanism = "best" } = target.login ?? {};
  const user = quoted(userOf(target));
  if (target.kind !== "smtp") {
    const how = mechanism === "best" ? "" : ` --login-options AUTH=${mechanism}`;
    const token = mechanism === "XOAUTH2" ? ` --oauth2-bearer "$TOKEN"` : "";
    return `${curl(target, " --ssl-reqd")} --user ${user}${how}${token}`;
  }
  if (mechanism === "SCRAM-SHA-256") {
    return `gsasl --smtp --mechanism ${mechanism} --authentication-id ${user} ${target.host} ${target.port}`;
  }
  if (mechanism === "XOAUTH2") {
    return `${curl(target, " --ssl-reqd")} --user ${user} --oauth2-bearer "$TOKEN"`;
  }
  return `${swaks(target)}${swaksAuth(target)} --quit-after AUTH`;
}

/** Swaks picks one of those it knows where it does not know the one that is set. */
function swaksAuth(target: CommandTarget): string {
  const mechanism = SWAKS_MECHANISMS.find((each) => each === target.login?.mechanism);
  return ` --auth${mechanism ? ` ${mechanism}` : ""} --auth-user ${quoted(userOf(target))}`;
}

function userOf({ login: account }: CommandTarget): string {
  return account?.username ?? "user@example.com";
}

/** The empty sender, that of bounces, is written as on the wire. */
function senderOf({ envelope }: CommandTarget): string {
  return envelope === undefined ? "sender@example.com" : envelope.from || "<>";
}

function recipientOf({ envelope }: CommandTarget): string {
  return envelope?.accepted ?? envelope?.refused ?? "recipient@example.com";
}

/** One word of a POSIX shell. */
function quoted(text: string): string {
  return /^[\w@%+:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
