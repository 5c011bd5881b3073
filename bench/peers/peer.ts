import type { SmtpTarget } from "#core/monitor/monitor.ts";

/** A server that somebody is asked about, at a literal address. */
export type PeerTarget = { host: string; port: number; tls: SmtpTarget["tls"] };

/** What somebody says about a server: whether all is well, and the words for it that a person gets to see. */
export type Said = { isOk: boolean; text: string };

/** Somebody who checks SMTP servers. `ask` ends by itself, or when it is told to. */
export type Peer = {
  name: string;
  version: string;
  configuration: string;
  ask(target: PeerTarget, signal: AbortSignal): Promise<Said>;
  stop: () => Promise<void>;
};

/** Each is given this long for a check, in ms, as far as it can be told. */
export const GIVEN_MS = 3_000;

/** The name all of them say in EHLO. */
export const PEER_NAME = "probe.example";
