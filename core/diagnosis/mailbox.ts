import { SCRIPT_STAGES_OF, STAGES_OF, type DialogueKind } from "../check/stage.ts";
import { REPLY_STAGES, type ReasonCode } from "../reason/reason.ts";
import type { Entry } from "./entry.ts";
import { replyEntries } from "./reply.ts";
import { mailboxSlow } from "./slow.ts";
import { mailboxTls } from "./starttls.ts";

/** What of an entry is otherwise in one kind. How it is headed is the same in all: lists show nothing else, and not the kind. */
export type OfKind = Partial<Record<ReasonCode, Partial<Omit<Entry, "headline">>>>;

const READ_LOG = "On the server: journalctl --facility mail --since -15min";
const CERTIFICATE = "Dovecot: doveconf ssl_cert ssl_key";
const RENEW = "On the server: certbot renew --deploy-hook 'doveadm reload'";
const RELOAD = "Dovecot: doveadm reload";
const SHOW = "{openssl} -showcerts </dev/null";
const DATES = "{openssl} </dev/null | openssl x509 -noout -dates";
const CHANGE_IT = "If the server is right as it is, edit the monitor and change what it expects.";
const ASK = { imap: "CAPABILITY", pop3: "CAPA" } as const;
const PORTS = { imap: ["143", "STARTTLS", "993"], pop3: ["110", "STLS", "995"] } as const;

/** What differs where people fetch their mail: another program stands behind the port, and it is asked otherwise. */
export function mailboxEntries(kind: "imap" | "pop3"): OfKind {
  const [clear, command, implicit] = PORTS[kind];
  const see = `{curl} --request ${ASK[kind]}`;
  const starttls = mailboxTls("STARTTLS", "RFC 9051 section 6.2.1");
  return {
    ...replies(kind),
    ...mailboxSlow(kind),
    ...(kind === "pop3" && POP3_ONLY),
    "connect.refused": {
      next: [
        "nc -vz {host} {port}",
        "On the server: ss -ltnp 'sport = :{port}'",
        `On the server: systemctl status dovecot ${kind === "imap" ? "cyrus-imapd courier-imap" : "courier-pop"}`,
        "On the server: journalctl --facility mail -n 50",
      ],
    },
    "greeting.unexpected": {
      expert:
        "The expected text is nowhere in the greeting: a changed one, a changed address record, or a proxy with another back end.",
      next: ["{listen}", "dig {host} A", "dig {host} AAAA", "Dovecot: doveconf login_greeting", CHANGE_IT],
      rfc: kind === "imap" ? "RFC 9051 section 7.1.1" : "RFC 1939 section 4",
    },
    "starttls.missing": starttls.missing,
    "starttls.vanished": starttls.vanished,
    "starttls.injection": starttls.injection,
    "tls.timeout": { next: ["{openssl}", "ping -M do -s 1400 {host}", "On the server: uptime", READ_LOG] },
    "tls.closed": { next: ["{openssl}", READ_LOG, CERTIFICATE] },
    "tls.protocol": {
      next: [
        "{openssl} -state",
        "{openssl} -tls1_2",
        `Check that the port speaks TLS the way this monitor expects: at once on ${implicit}, after ${command} on ${clear}.`,
      ],
    },
    "tls.version": {
      next: [
        "{openssl} -tls1_2",
        "{openssl} -tls1_1 -cipher DEFAULT@SECLEVEL=0",
        "Dovecot: doveconf ssl_min_protocol",
        "Update the TLS library of the server where it is too old for TLS 1.2.",
      ],
    },
    "tls.weak-cipher": {
      next: [
        "{openssl} -tls1_2",
        "Dovecot: doveconf ssl_cipher_list ssl_dh",
        "On the server: openssl dhparam -out /etc/dovecot/dh.pem 2048",
      ],
    },
    "tls.expired": {
      next: [
        DATES,
        RENEW,
        RELOAD,
        "If it was renewed long ago, the server still has the old file in memory: reload it after each renewal.",
      ],
    },
    "tls.expiring": {
      next: [
        DATES,
        "On the server: certbot renew --dry-run",
        RENEW,
        "On the server: systemctl list-timers | grep -i -E 'certbot|acme'",
      ],
    },
    "tls.self-signed": {
      next: [
        SHOW,
        "On the server: certbot certonly --standalone -d {host}",
        CERTIFICATE,
        "If it is meant to be so, pin its fingerprint in this monitor.",
      ],
    },
    "tls.incomplete": {
      next: [SHOW, "Make the server send the whole chain: fullchain.pem, not cert.pem.", CERTIFICATE, RELOAD],
    },
    "tls.weak-certificate": {
      next: [
        "{openssl} </dev/null | openssl x509 -noout -text | grep -E 'Public-Key|Signature Algorithm'",
        "On the server: certbot certonly --standalone -d {host} --key-type ecdsa",
        RELOAD,
      ],
    },
    "login.cleartext": { next: [see, "Dovecot: doveconf disable_plaintext_auth ssl auth_mechanisms", "{openssl}"] },
    "capability.missing": {
      next: [see, "Dovecot: doveconf auth_mechanisms ssl", CHANGE_IT],
      rfc: kind === "imap" ? "RFC 9051 section 6.1.1" : "RFC 2449 section 5",
    },
  };
}

const POP3_ONLY: OfKind = {
  "login.loop": { rfc: "RFC 5034 section 4" },
  "login.stopped": { rfc: "RFC 1939 section 13" },
  "capability.forbidden": {
    next: ["{curl} --request CAPA", "Dovecot: doveconf disable_plaintext_auth auth_mechanisms", CHANGE_IT],
    rfc: "RFC 2449 section 5, RFC 8314 section 3",
  },
  "login.unavailable": {
    expert:
      "No usable mechanism is after SASL in the list of capabilities, and USER is not in it: logins are off here, or only after TLS.",
    next: ["{curl} --request CAPA", "Dovecot: doveconf auth_mechanisms disable_plaintext_auth"],
    rfc: "RFC 2449 section 6.3, RFC 5034 section 3",
  },
};

/** The answers in the stages of a kind, in its own words. */
function replies(kind: DialogueKind): OfKind {
  const stages = REPLY_STAGES.filter((stage) => [...STAGES_OF[kind], ...SCRIPT_STAGES_OF[kind]].some((each) => each === stage));
  return Object.fromEntries(
    stages.flatMap((stage) => Object.entries(replyEntries(stage, kind)).map(([name, entry]) => [`${stage}.${name}`, entry])),
  );
}
