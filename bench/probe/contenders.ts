import { startBlackboxExporter } from "./blackbox-exporter.ts";
import { startCheckSmtp } from "./check-smtp.ts";
import type { Contender } from "./client.ts";
import { startNodeClient } from "./node-client.ts";

/** A process for each program costs so much more that a twentieth is enough. */
const FORKED = 1 / 20;

/** The rows without TLS. The first two are the limit in Node. */
export const PLAIN: readonly Contender[] = [
  { name: "bare net.Socket", share: 1, start: startNodeClient("bare") },
  { name: "bare net.Socket, onread", share: 1, start: startNodeClient("bare-onread") },
  { name: "Ehlowatch", share: 1, start: startNodeClient("ehlowatch") },
  { name: "nodemailer verify()", share: 1, start: startNodeClient("nodemailer") },
  { name: "blackbox_exporter", share: 1 / 2, start: startBlackboxExporter },
  { name: "check_smtp", share: FORKED, start: startCheckSmtp },
];

/** The rows with STARTTLS: a whole handshake each time, chain and name verified. The first two are the limit in Node. */
export const STARTTLS: readonly Contender[] = [
  { name: "bare net.Socket", share: 1 / 5, start: startNodeClient("bare-starttls") },
  { name: "bare net.Socket, onread", share: 1 / 5, start: startNodeClient("bare-starttls-onread") },
  { name: "Ehlowatch", share: 1 / 5, start: startNodeClient("ehlowatch") },
  { name: "nodemailer verify()", share: 1 / 5, start: startNodeClient("nodemailer") },
  { name: "blackbox_exporter", share: 1 / 5, start: startBlackboxExporter },
  { name: "check_smtp", share: FORKED, start: startCheckSmtp },
];
