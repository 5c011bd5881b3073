import { valuesOf, withoutComments, type HeaderField } from "./header-field.ts";

/**
 * One hop of a message's way, as its server wrote it down. `from` is what the sending side said it is called, `by` who received it, `protocol` what
 * they spoke ("ESMTPS"), `at` when, in epoch milliseconds; each null where it does not say. `tls` is what it says of the encryption: a version
 * ("TLS 1.3"), only that there was some (true), that there was none (false), or nothing (null).
 */
export type Hop = {
  from: string | null;
  by: string | null;
  protocol: string | null;
  at: number | null;
  tls: string | boolean | null;
};

/** With an S at its end the protocol was encrypted (RFC 3848, RFC 6531 section 4.3, RFC 8314); A is for a login. Microsoft has HTTPS, too. */
const PROTOCOL = /^(?:UTF8)?(?:E?SMTP|LMTP|HTTP)(S?)A?$/i;

/** What Exchange calls its own: the one protocol of several words. */
const MICROSOFT = /(?:^|\s)with\s+(Microsoft SMTP Server)\b/i;

/** What a client called itself where an address stands before it, as Yahoo and Zimbra write it. */
const SAID_HELLO = /^(?:EHLO|HELO|LHLO)\s+(\S+)$/i;

/** As Postfix, Sendmail, Exim, Google and Microsoft write it: "using TLSv1.3", "version=TLS1_3", "(TLS1.2)", "tls TLSv1.2". */
const VERSION = /\b(TLS|SSL) ?v?([1-3])(?:[._]([0-3]))?\b/i;

/** The way of a message from the first server that wrote a trace field to the last (RFC 5321 section 4.4), whatever each of them wrote. */
export function readPath(fields: readonly HeaderField[]): Hop[] {
  return valuesOf(fields, "Received").map(readReceived).toReversed();
}

/** Reads the value of one trace field. */
export function readReceived(value: string): Hop {
  const { text, comments } = withoutComments(value);
  const end = text.lastIndexOf(";");
  const clauses = end === -1 ? text : text.slice(0, end);
  const protocol = MICROSOFT.exec(clauses)?.[1] ?? clause(clauses, "with");
  return {
    from: saidIn(comments) ?? clause(clauses, "from"),
    by: clause(clauses, "by"),
    protocol,
    at: end === -1 ? null : instantOf(text.slice(end + 1)),
    tls: encryptionOf(protocol, [clauses.split(/\bwith\b/i)[1] ?? "", ...comments]),
  };
}

/**
 * How long each hop took, in ms: from the one before it, and the first from when the message was sent. Null where one of the two does not say. Clocks
 * differ, so it may be less than nothing.
 */
export function hopDelaysMs(hops: readonly Hop[], sentAt: number): (number | null)[] {
  return hops.map(({ at }, index) => {
    const before = index === 0 ? sentAt : hops[index - 1]!.at;
    return at === null || before === null ? null : at - before;
  });
}

/** What the sending side called itself, where a comment says so. */
export function saidIn(comments: readonly string[]): string | null {
  return comments.map((comment) => SAID_HELLO.exec(comment)?.[1]).find((each) => each !== undefined) ?? null;
}

function clause(text: string, word: string): string | null {
  return new RegExp(`(?:^|\\s)${word}\\s+([^\\s;]+)`, "i").exec(text)?.[1] ?? null;
}

function encryptionOf(protocol: string | null, told: readonly string[]): Hop["tls"] {
  const version = told.map((each) => VERSION.exec(each)).find((match) => match !== null);
  if (version) return `${version[1]!.toUpperCase()} ${version[2]}.${version[3] ?? "0"}`;
  const known = protocol === null ? null : PROTOCOL.exec(protocol);
  if (known === null) return null;
  return known[1] !== "";
}

/** A date-time (RFC 5322 section 3.3); without a zone it could be any, and is none. */
function instantOf(text: string): number | null {
  const date = text.trim();
  if (!/(?:[+-]\d{4}|\b(?:UTC?|GMT|Z|[ECMP][SD]T))$/i.test(date)) return null;
  const at = Date.parse(date.replace(/\bUT$/i, "UTC"));
  return Number.isNaN(at) ? null : at;
}
