import type { Reply } from "../check/reply.ts";
import type { ReplyStage } from "../reason/reason.ts";
import type { Entry } from "./entry.ts";

/** What a refusal adds to the entry of its stage; how it is headed stays. */
type Told = Partial<Omit<Entry, "headline">>;

const READ_LOG = "On the server: journalctl --facility mail --since -15min";

const WRONG_PASSWORD: Told = {
  cause: "configuration",
  plain: "The server does not accept the user name and password of this monitor, so we do not try them again by ourselves.",
  expert: "A changed or expired password, a user name with or without its domain, or a password database that rejects all.",
  next: ["{login}", "Dovecot: doveadm auth test {user}", "Edit the monitor's login once the password is known to be right."],
};

const OUT_OF_ORDER: Told = {
  cause: "resources",
  plain: "The server cannot do this at the moment, because something behind it is out of order.",
  expert: "The server says that this will pass: the password database, the disk or the server behind it does not answer.",
  next: ["On the server: systemctl status dovecot", READ_LOG, "On the server: df -h; df -i", "Dovecot: doveadm auth test {user}"],
};

const LOCKED: Told = {
  cause: "resources",
  plain: "Another program has the mailbox open in a way that leaves no room for ours.",
  expert: "The mailbox is locked (INUSE, IN-USE): another session reads it by POP3, or a process died and left its lock behind.",
  next: ["Dovecot: doveadm who {user}", READ_LOG, "Give the monitor a mailbox of its own, or a longer interval."],
};

/** What servers say in brackets when they refuse (RFC 5530 for IMAP; RFC 2449 and RFC 3206 for POP3). */
const RESPONSE_CODES: Record<string, Told> = {
  AUTHENTICATIONFAILED: { ...WRONG_PASSWORD, rfc: "RFC 5530 section 3" },
  AUTH: { ...WRONG_PASSWORD, rfc: "RFC 3206 section 5" },
  UNAVAILABLE: { ...OUT_OF_ORDER, rfc: "RFC 5530 section 3" },
  SERVERBUG: { ...OUT_OF_ORDER, rfc: "RFC 5530 section 3" },
  "SYS/TEMP": { ...OUT_OF_ORDER, rfc: "RFC 3206 section 4" },
  INUSE: { ...LOCKED, rfc: "RFC 5530 section 3" },
  "IN-USE": { ...LOCKED, rfc: "RFC 2449 section 8.1.2" },
  AUTHORIZATIONFAILED: {
    cause: "configuration",
    plain: "The password is right, but this user may not do what was asked.",
    expert: "Authentication went well and authorisation did not: a user who may not act as another, or may not use this service.",
    next: ["{login}", "Dovecot: doveadm user {user}", READ_LOG],
    rfc: "RFC 5530 section 3",
  },
  EXPIRED: {
    cause: "configuration",
    plain: "The password of this monitor's login has run out.",
    expert: "The password expired; the account's owner or its administrator has to set a new one.",
    next: ["Set a new password and put it into this monitor's login."],
    rfc: "RFC 5530 section 3",
  },
  PRIVACYREQUIRED: {
    cause: "configuration",
    plain: "The server wants the connection to be encrypted first.",
    expert: "A login or command is refused because the connection is not private enough for the server.",
    next: ["{openssl}", "Edit the monitor and have it use TLS.", "Dovecot: doveconf disable_plaintext_auth ssl"],
    rfc: "RFC 5530 section 3",
  },
  CONTACTADMIN: {
    cause: "configuration",
    plain: "The account is locked or needs its administrator's attention.",
    expert: "The server asks to contact the system administrator or help desk; its text may say why.",
    next: ["Ask whoever runs the server about this account.", READ_LOG],
    rfc: "RFC 5530 section 3",
  },
  LIMIT: {
    cause: "resources",
    plain: "The server has a limit that was reached, such as how many may be connected at once.",
    expert: "A limit of the server's: connections of this user or of our address, folders, or commands in a time.",
    next: ["Dovecot: doveadm who {user}", "Dovecot: doveconf mail_max_userip_connections", READ_LOG],
    rfc: "RFC 5530 section 3",
  },
  "LOGIN-DELAY": {
    cause: "configuration",
    plain: "The server wants this mailbox to be looked into less often than this monitor does.",
    expert: "The user has logged in within the least time between logins that the server asks for.",
    next: ["Give the monitor a longer interval.", "{curl} --request CAPA"],
    rfc: "RFC 2449 section 8.1.1",
  },
  NOPERM: {
    cause: "configuration",
    plain: "This user may not open the folder.",
    expert: "An access control list (RFC 4314) does not let this user read the folder.",
    next: ["{login}", "Dovecot: doveadm acl get -u {user} INBOX"],
    rfc: "RFC 5530 section 3",
  },
  CORRUPTION: {
    cause: "resources",
    plain: "The mailbox or its index is damaged.",
    expert: "The server found corruption in the mailbox or in its index.",
    next: ["Dovecot: doveadm force-resync -u {user} '*'", "On the server: dmesg --level err,warn", READ_LOG],
    rfc: "RFC 5530 section 3",
  },
  "SYS/PERM": {
    cause: "configuration",
    plain: "Something about this mailbox is set up wrongly, and the server says that it will not pass by itself.",
    expert: "A failure that wants a person: a mailbox that cannot be opened, a home that is missing, wrong rights.",
    next: [READ_LOG, "Dovecot: doveadm user {user}"],
    rfc: "RFC 3206 section 4",
  },
};

/** What an answer that is a word means beyond the fact that it is no yes: its response code, or else the word itself. */
export function responseTold(stage: ReplyStage, { code, enhanced }: Reply): Told {
  const told = RESPONSE_CODES[enhanced ?? ""];
  if (told !== undefined) return told;
  if (code === "BYE") {
    return {
      cause: "resources",
      plain: "The server said goodbye instead of answering: it is being stopped, is too busy, or does not want us.",
      expert: "BYE before the answer: a shutdown, a limit of connections, an address that is not let in, or an internal error.",
      rfc: "RFC 9051 section 7.1.5",
    };
  }
  if (code === "BAD") {
    return {
      expert: "BAD: the server does not know the command or not in this state, or a proxy before it does not.",
      rfc: "RFC 9051 section 7.1.3",
    };
  }
  return stage === "login" ? WRONG_PASSWORD : {};
}
