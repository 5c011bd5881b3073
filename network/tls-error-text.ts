/** OpenSSL names the version in which an alert was defined, which says nothing about the one in use. */
const ALERT = /^\S+ alert (.+)$/;

/** What OpenSSL gives as the reason of an error, such as "sslv3 alert handshake failure", as a sentence. */
export function tlsErrorText(reason: string): string {
  const alert = ALERT.exec(reason)?.[1];
  return alert === undefined ? `TLS broke off: ${reason}.` : `The server broke off TLS with the alert "${alert}".`;
}
