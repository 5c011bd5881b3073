/** How other protocols open, as their first line looks in a transcript (bytes that cannot be shown are written `\x16`). */
const OPENINGS: readonly [RegExp, string][] = [
  [/^(220|421|554)[ -]/, "SMTP"],
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

/** The protocol that opens like this line, or null where it is none we know, or the one that we speak ourselves. */
export function foreignProtocol(line: string, own: "SMTP" | "IMAP" | "POP3"): string | null {
  const protocol = OPENINGS.find(([opening]) => opening.test(line))?.[1] ?? null;
  return protocol === own ? null : protocol;
}
