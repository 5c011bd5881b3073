import type { Reason } from "./reason.ts";
import type { StageTiming } from "./stage.ts";
import type { Status } from "./status.ts";
import type { TranscriptLine } from "./transcript.ts";

/** A certificate as the server showed it. Instants are ISO 8601 in UTC. */
export type CertificateFacts = {
  subject: string;
  issuer: string;
  names: string[];
  notBefore: string;
  notAfter: string;
  fingerprint256: string;
};

/** What a check learned about the server on its way, whether it went well or not. */
export type Facts = {
  /** Every address the name resolved to, in the order of the answer. */
  addresses: string[];
  /** The address the check connected to. */
  address: string | null;
  /** The text of the greeting's first line, without its code. */
  banner: string | null;
  /** The EHLO keywords of the last EHLO, with their parameters. */
  capabilities: string[];
  tls: { protocol: string; cipher: string } | null;
  certificate: CertificateFacts | null;
};

/**
 * What one run of a check saw. A probe always returns one; it never throws for what a server did.
 * `startedAt` is epoch milliseconds; `durationMs` covers the whole dialogue; `timings` are in wire order.
 * `warnings` are short sentences about things that are odd but do not change the status.
 */
export type CheckResult = {
  status: Status;
  reason: Reason | null;
  startedAt: number;
  durationMs: number;
  timings: StageTiming[];
  facts: Facts;
  warnings: string[];
  transcript: TranscriptLine[];
};
