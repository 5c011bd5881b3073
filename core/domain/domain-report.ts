import type { Finding } from "../posture/finding.ts";
import type { MxSet } from "./mx-set.ts";

/**
 * What a check learned about a whole domain, besides how its mail servers were met: where its mail goes, what there is to say of what it publishes,
 * and how many questions that took. `domain` is in A-labels.
 */
export type DomainReport = { domain: string; mx: MxSet; findings: Finding[]; asked: number };
