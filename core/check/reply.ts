/**
 * The words that servers answer with where the protocol has no numbers: those of IMAP (RFC 9051 section 7.1) and of POP3 (RFC 1939 section 3).
 * With `+` both ask for more in a login (RFC 9051 section 7.6, RFC 5034 section 4).
 */
export type ReplyWord = "OK" | "NO" | "BAD" | "BYE" | "PREAUTH" | "+OK" | "-ERR" | "+";

/** What a reply says in short: a number in SMTP, a word elsewhere. */
export type ReplyCode = number | ReplyWord;

/**
 * A whole reply: one code, one line of text or more. In SMTP (RFC 5321 section 4.2) `enhanced` is the enhanced status code of the first
 * line, such as "4.3.1" (RFC 3463); in IMAP and POP3 it is the response code in brackets, such as "AUTHENTICATIONFAILED" (RFC 5530) or
 * "SYS/TEMP" (RFC 3206). Null where the server sent none.
 */
export type Reply<Code extends ReplyCode = ReplyCode> = { code: Code; enhanced: string | null; lines: string[] };

/** The code of a reply where it is a number; the narrow columns of results hold nothing else. */
export function replyNumber(reply: { code: ReplyCode } | null | undefined): number | null {
  return typeof reply?.code === "number" ? reply.code : null;
}

/** Whether a reply says yes. */
export function isPositive({ code }: { code: ReplyCode }): boolean {
  return typeof code === "number" ? code >= 200 && code < 300 : code === "OK" || code === "PREAUTH" || code === "+OK";
}
