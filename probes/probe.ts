import type { X509Certificate } from "node:crypto";
import type { BlocklistRun } from "#core/blocklist/blocklist-run.ts";
import type { CheckResult } from "#core/check/result.ts";
import type { FlowStep } from "#core/mailflow/flow.ts";
import type { MailflowRun } from "#core/mailflow/mailflow-run.ts";
import type { Bounds } from "#core/monitor/bounds.ts";
import type { Target } from "#core/monitor/monitor.ts";
import type { StsSighting } from "#core/posture/mta-sts.ts";
import type { Memory } from "#core/system/memory.ts";
import type { TranscriptLine } from "#core/transcript/transcript.ts";
import type { StageLimits } from "#network/stage-clock.ts";
import type { TakeTurn } from "#network/take-turn.ts";
import { probeBlocklist } from "./blocklist.ts";
import { probeDomain } from "./domain.ts";
import { probeImap } from "./imap.ts";
import { probeMailflow } from "./mailflow.ts";
import { probePop3 } from "./pop3.ts";
import { probeSmtp } from "./smtp.ts";

/**
 * What a probe is told besides its target, and how far it may reach (`allowPrivate` also shows what answers there whatever it speaks).
 * `timeLimitMs` bounds the whole check, `stageLimitsMs` single stages within it. `dnsServers` are `address` or `address:port`, the system's
 * where empty; `secondDnsServers`, of another network, are asked where those fail. `rdapBootstrap` is where it stands which registry
 * knows of which domains (RFC 9224); none is asked where it is null. `extraCas` are authorities in PEM trusted besides the
 * usual ones. `secret` is the password or token of the target's login, or those of
 * a script by their names, as JSON. `run` keeps the runs of a script, `blocklist` what is known of listings,
 * `selectors` DKIM selectors of a domain beside those its target names. `memory` is what earlier checks know, `stsBefore` the policy for TLS that one of a domain saw. `takeTurn` asks for leave to
 * connect. `now` is the clock all instants are of, in epoch milliseconds: this machine's where none is given. `onLine` gets each line of the
 * transcript as it happens, `onStep` each step of a script as it is over, `onCertificates` what a server shows
 * in TLS; none may throw. Which line failed is only known afterwards, from the
 * result.
 */
export type ProbeOptions = Bounds & {
  timeLimitMs: number;
  stageLimitsMs?: StageLimits;
  dnsServers: string[];
  secondDnsServers?: string[];
  rdapBootstrap?: string | null;
  extraCas?: string[];
  secret?: string | null;
  memory?: Memory;
  stsBefore?: StsSighting;
  takeTurn?: TakeTurn;
  run?: MailflowRun;
  blocklist?: BlocklistRun;
  selectors?: string[];
  now?: () => number;
  onLine?: (line: TranscriptLine) => void;
  onCertificates?: (certificates: readonly X509Certificate[]) => void;
  onStep?: (step: FlowStep) => void;
};

type Probe<K extends Target["kind"]> = (target: Extract<Target, { kind: K }>, options: ProbeOptions) => Promise<CheckResult>;

const PROBES: { [K in Target["kind"]]: Probe<K> } = {
  smtp: probeSmtp,
  imap: probeImap,
  pop3: probePop3,
  mailflow: probeMailflow,
  domain: probeDomain,
  blocklist: probeBlocklist,
};

/** Runs one check of a target. It never throws for what a server did, and leaves no socket and no timer behind. */
export function runProbe(target: Target, options: ProbeOptions): Promise<CheckResult> {
  const probe = PROBES[target.kind] as Probe<Target["kind"]>;
  return probe(target, options);
}
