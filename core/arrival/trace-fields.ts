/** How a message came to us: the envelope's sender ("" where it is empty), what the other side is called and where it is, and the encryption (TLSv1.3). */
export type Trace = { sender: string; helo: string; peer: string; tls: string | null; by: string; receivedAt: number };

/** What a name may have that stands in a field; anything else could be taken for a part of it. */
const NAME = /^[\w.:[\]-]{1,255}$/;
const MAILBOX = /^[\x21-\x3b\x3d\x3f-\x7e]{1,320}$/;

/**
 * The fields a server writes on top of a message it delivers (RFC 5321 section 4.4): who sent it and how it came. Lines end with CRLF. Whatever the
 * other side said it is called, it adds no line and no clause.
 */
export function traceFields({ sender, helo, peer, tls, by, receivedAt }: Trace): string {
  const host = NAME.test(helo) ? helo : "unknown";
  const literal = peer.includes(":") ? `IPv6:${peer}` : peer;
  const protocol = tls === null ? "ESMTP" : "ESMTPS";
  return [
    `Return-Path: <${MAILBOX.test(sender) ? sender : ""}>`,
    `Received: from ${host} ([${literal}])${tls === null ? "" : ` (using ${tls})`}`,
    `\tby ${by} with ${protocol};`,
    `\t${new Date(receivedAt).toUTCString().replace("GMT", "+0000")}`,
    "",
  ].join("\r\n");
}
