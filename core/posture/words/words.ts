/** How good a thing is: as it should be; worth knowing; works, but not as well as it could; costs mail or protection; could not be told. */
export const VERDICTS = ["good", "note", "weak", "wrong", "unknown"] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * What is known of one thing that can be found. `says` is a heading, the others are sentences; `{subject}` stands in them for what the finding is
 * about and `{detail}` for its detail. `source` names the rule ("RFC 7208 section 4.6.4").
 */
export type Words = { verdict: Verdict; says: string; wanted: string; why: string; mend: string; source: string };
