import type { PlayedTarget } from "#testing/server/played-target.ts";
import { type Answers, CANARY } from "./promises.ts";

/** What a good server says, and who asks it. */
type Good = { says: readonly string[]; target: PlayedTarget };

/** A kind of server whose dialogue has accidents, in the clear and where TLS begins after its third answer. `answers`: see brokenPromise. */
export type Subject = { inClear: Good; withTls: Good; secret?: string; answers: Answers };

export const SUBJECTS = { smtp: smtp(), imap: imap(), pop3: pop3() } satisfies Record<string, Subject>;

function smtp(): Subject {
  const greeting = "220-mx.example ESMTP\r\n220 ready\r\n";
  const ehlo = "250-mx.example\r\n250-SIZE 1000000\r\n250-STARTTLS\r\n250 8BITMIME\r\n";
  const bye = "221 2.0.0 bye\r\n";
  return {
    inClear: { says: [greeting, ehlo, bye], target: { tls: "none" } },
    withTls: { says: [greeting, ehlo, "220 2.0.0 go ahead\r\n", ehlo, bye], target: { tls: "starttls" } },
    answers: { greeting: [220], ehlo: [250] },
  };
}

function imap(): Subject {
  const greeting = "* OK mx.example ready\r\n";
  const capabilities = "* CAPABILITY IMAP4rev1 LITERAL+ STARTTLS\r\n";
  const selected = "* FLAGS (\\Seen)\r\n* 2 EXISTS\r\n* OK [UIDVALIDITY 1] ok\r\na5 OK [READ-ONLY] done\r\n";
  const bye = "* BYE bye\r\na6 OK done\r\n";
  return {
    inClear: { says: [greeting, `${capabilities}a1 OK done\r\n`, bye], target: { kind: "imap" } },
    withTls: {
      says: [
        greeting,
        `${capabilities}a1 OK done\r\n`,
        "a2 OK begin\r\n",
        `${capabilities}a3 OK done\r\n`,
        "a4 OK welcome\r\n",
        selected,
        bye,
      ],
      target: { kind: "imap", tls: "starttls", until: "select", login: { mechanism: "best", username: "joe" } },
    },
    secret: CANARY,
    answers: { greeting: ["OK", "PREAUTH"] },
  };
}

function pop3(): Subject {
  const greeting = "+OK mx.example POP3 ready\r\n";
  const capa = "+OK\r\nTOP\r\nUIDL\r\nSTLS\r\nUSER\r\n.\r\n";
  const taken = "+OK\r\n";
  const bye = "+OK bye\r\n";
  return {
    inClear: { says: [greeting, capa, bye], target: { kind: "pop3" } },
    withTls: {
      says: [greeting, capa, taken, capa, taken, taken, "+OK 2 320\r\n", "+OK\r\n1 120\r\n2 200\r\n.\r\n", bye],
      target: { kind: "pop3", tls: "starttls", until: "list", login: { mechanism: "best", username: "joe" } },
    },
    secret: CANARY,
    answers: { greeting: ["+OK"] },
  };
}
