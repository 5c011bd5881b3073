/** How other protocols open, as their first line looks in a transcript (bytes that cannot be shown are written `\x16`). */
const OPENINGS: readonly [RegExp, string][] = [
  [/^HTTP\/\d/, "HTTP"],
  [/^<(!doctype|html)/i, "HTML"],
  [/^SSH-\d/, "SSH"],
  [/^\* (OK|PREAUTH|BYE)\b/i, "IMAP"],
  [/^(\+OK|-ERR)\b/, "POP3"],
  [/^\\x16\\x03/, "TLS"],
  [/^\\x15\\x03/, "a TLS alert"],
  [/^RFB \d/, "VNC"],
  [/^ÿ[ûýüþ]/, "Telnet"],
];

/** The protocol that opens like this line, or null where it is none we know. */
export function foreignProtocol(line: string): string | null {
  return OPENINGS.find(([opening]) => opening.test(line))?.[1] ?? null;
}
