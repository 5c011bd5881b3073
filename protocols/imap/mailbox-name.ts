/** A folder's name as it goes over the wire, in modified UTF-7 (RFC 3501 section 5.1.3): all of it is printable ASCII. */
export function mailboxName(name: string): string {
  return name.replaceAll(/&|[^\x20-\x7e]+/g, (part) => (part === "&" ? "&-" : `&${modifiedBase64(part)}-`));
}

/** UTF-16, the high byte first, in base64 without padding and with a comma for the slash. */
function modifiedBase64(text: string): string {
  return Buffer.from(text, "utf16le").swap16().toString("base64").replace(/=+$/, "").replaceAll("/", ",");
}
