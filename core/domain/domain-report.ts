import type { Finding } from "../posture/finding.ts";
import type { StsSighting } from "../posture/mta-sts.ts";
import type { MxSet } from "./mx-set.ts";

/**
 * What a check learned about a whole domain, besides how its mail servers were met: where its mail goes, what there is to say of what it publishes,
 * and how many questions that took. `domain` is in A-labels. `sts` is what the next look at its policy for TLS compares with, where there is any.
 */
export type DomainReport = { domain: string; mx: MxSet; findings: Finding[]; asked: number; sts?: StsSighting };
