import type { Stage } from "#core/check/stage.ts";
import { reasonHeadline } from "#core/diagnosis/diagnosis.ts";
import type { Reason } from "#core/reason/reason.ts";
import type { Words } from "./dialogue.ts";
import { ADDRESSES, AFTER_TLS, CIPHER, CONNECT_MS, endOf, IN_CLEAR, TLS_VERSION } from "./facts.ts";

/** A command, and so many ms later its answer. */
export function exchange(stage: Stage, command: string, ms: number, ...answer: readonly string[]): Words[] {
  return [["sent", stage, 0.2, command], ...answer.map((line, index): Words => ["received", stage, index === 0 ? ms : 0, line])];
}

/** The lookup. */
export function lookup(host: string, addresses: readonly string[] = Object.values(ADDRESSES)): Words[] {
  return [["note", "dns", 3.8, `${host} is ${addresses.join(", ")} (dns)`]];
}

/** The way to the server. */
export function reach(host: string, port: number, addresses: readonly string[] = Object.values(ADDRESSES)): Words[] {
  return [...lookup(host, addresses), ["note", "connect", CONNECT_MS, `connected to ${addresses[0]} port ${port}`]];
}

/** The dialogue up to EHLO. */
export function hello(host: string, keywords: readonly string[] = IN_CLEAR): Words[] {
  return [["received", "greeting", 31.4, `220 ${host} ESMTP Postfix (Debian/GNU)`], ...ehlo("ehlo", host, keywords)];
}

/** What is noted of a handshake. */
export function handshake(host: string, now: number, certificateDays = 60): Words[] {
  return [
    ["note", "tls", 47.9, `${TLS_VERSION}, ${CIPHER}`],
    ["note", "tls", 0.1, `certificate CN=${host}, until ${endOf(now, certificateDays)}`],
  ];
}

/** From STARTTLS to the handshake. */
export function encrypted(host: string, now: number, certificateDays?: number): Words[] {
  return [...exchange("starttls", "STARTTLS", 21.7, "220 2.0.0 Ready to start TLS"), ...handshake(host, now, certificateDays)];
}

/** From STARTTLS to the second EHLO. */
export function secured(host: string, now: number, certificateDays?: number): Words[] {
  return [...encrypted(host, now, certificateDays), ...ehlo("ehlo-tls", host, AFTER_TLS)];
}

/** The farewell. */
export const bye = exchange("quit", "QUIT", 20.2, "221 2.0.0 Bye");

/** The farewell that takes a sender and a recipient back first. */
export const takeBack = [...exchange("quit", "RSET", 20.3, "250 2.0.0 Ok"), ...bye];

/** The note of a failure that the server did not put into words itself. */
export function failing({ code, stage, detail }: Reason, ms: number): Words {
  const headline = reasonHeadline(code, null);
  return ["note", stage!, ms, detail === null ? headline : `${headline}: ${detail}`];
}

function ehlo(stage: Stage, host: string, keywords: readonly string[]): Words[] {
  const lines = [host, ...keywords];
  const answer = lines.map((line, index) => `250${index === lines.length - 1 ? " " : "-"}${line}`);
  return exchange(stage, "EHLO probe.ehlowatch.example", 22.4, ...answer);
}
