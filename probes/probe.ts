import type { Kind, Target } from "#core/monitor.ts";
import type { CheckResult } from "#core/result.ts";
import type { TranscriptLine } from "#core/transcript.ts";
import { probeSmtp } from "./smtp.ts";

/**
 * What a probe is told besides its target. `timeLimitMs` bounds the whole check. `dnsServers` are `address` or `address:port`, the
 * system's where empty. `allowPrivate` lets it connect to addresses that are not public. `extraCas` are authorities in PEM trusted
 * besides the usual ones. `onLine` gets each line of the transcript as it happens; it must not throw. Which line
 * failed is only known afterwards, from the result.
 */
export type ProbeOptions = {
  timeLimitMs: number;
  dnsServers: string[];
  allowPrivate: boolean;
  extraCas?: string[];
  onLine?: (line: TranscriptLine) => void;
};

type Probe<K extends Target["kind"]> = (target: Extract<Target, { kind: K }>, options: ProbeOptions) => Promise<CheckResult>;

const PROBES = { smtp: probeSmtp } satisfies { [K in Target["kind"] & Kind]: Probe<K> };

/** Runs one check of a target. It never throws for what a server did, and leaves no socket and no timer behind. */
export function runProbe(target: Target, options: ProbeOptions): Promise<CheckResult> {
  return PROBES[target.kind](target, options);
}
