import type { ListingReport } from "../blocklist/listing-report.ts";
import type { DomainReport } from "../domain/domain-report.ts";
import type { Flow } from "../mailflow/flow.ts";
import type { ConnectFailure, DnsFailure, Reason } from "../reason/reason.ts";
import type { TranscriptLine } from "../transcript/transcript.ts";
import type { StageReport } from "./stage.ts";
import type { Status } from "./status.ts";

/** One certificate of a chain. Instants are ISO 8601 in UTC. */
export type ChainLink = { subject: string; issuer: string; notAfter: string };

/** A certificate as the server showed it. Instants are ISO 8601 in UTC. */
export type CertificateFacts = {
  subject: string;
  issuer: string;
  names: string[];
  notBefore: string;
  notAfter: string;
  /** SHA-256 in upper-case hex with colons. */
  fingerprint256: string;
  /** Its public key, such as `{ type: "rsa", bits: 2048 }`; null where it is of no kind we know. */
  key?: { type: string; bits: number } | null;
  /** How its issuer signed it, such as "sha256WithRSAEncryption". */
  signature?: string | null;
  /** What the server sent above it, from its issuer upwards. */
  chain?: ChainLink[];
};

/** The answer to one DNS question. `ttlS` is what is left of its life, in seconds. */
export type DnsAnswer = { type: "A" | "AAAA"; addresses: { address: string; ttlS: number }[]; failure: DnsFailure | null };

/** What came of connecting to one address; `failure` is null where it accepted. */
export type AddressAttempt = { address: string; failure: ConnectFailure | null; ms: number };

/** The verdict on one of several ways to the server: "IPv4", "IPv6" or an address. */
export type PathVerdict = { path: string; address: string | null; status: Status; reason: Reason | null; stages: StageReport[] };

/** What a check learned about the server on its way, whether it went well or not. */
export type Facts = {
  /** Every address the name resolved to and that may be watched, in the order in which they are tried. */
  addresses: string[];
  /** Whoever runs the server does not want it to be watched, which is why none is left. */
  isDenied?: true;
  /** The address the check connected to. */
  address: string | null;
  /** What the DNS said, where it was asked. */
  dns?: DnsAnswer[];
  /** Every address that was tried, in order. */
  attempts?: AddressAttempt[];
  /** Each way to the server, where more than one has to work. */
  paths?: PathVerdict[];
  /** The text of the greeting's first line, without its code. */
  banner: string | null;
  /** The EHLO keywords of the last EHLO, with their parameters. */
  capabilities: string[];
  tls: { protocol: string; cipher: string } | null;
  certificate: CertificateFacts | null;
  /** What a script did, and what became of its message. */
  flow?: Flow;
  /** What a whole domain is, besides its servers. */
  domain?: DomainReport;
  /** What is on blocklists. */
  listings?: ListingReport;
};

/**
 * What one run of a check saw. A probe always returns one; it never throws for what a server did.
 * `startedAt` is epoch milliseconds; `durationMs` covers the whole dialogue; `stages` are in the order they were passed.
 * `warnings` are short sentences about things that are odd but do not change the status. `retryAt` (epoch milliseconds) is when the
 * server wants to be asked again.
 */
export type CheckResult = {
  status: Status;
  reason: Reason | null;
  startedAt: number;
  durationMs: number;
  stages: StageReport[];
  facts: Facts;
  warnings: string[];
  transcript: TranscriptLine[];
  retryAt?: number;
};
