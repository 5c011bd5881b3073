import { readTagList } from "../tag-list.ts";

export const DMARC_POLICIES = ["none", "quarantine", "reject"] as const;
export type DmarcPolicy = (typeof DMARC_POLICIES)[number];

/** Which TXT records are DMARC: `v` comes first, and is spelled so (RFC 7489 section 6.3). */
export const IS_DMARC = /^v[ \t]*=[ \t]*DMARC1[ \t]*(?:;|$)/;

/**
 * A record as receivers read it: `policy` null where there is none that is known, `subdomains` and `unknown` what it says of those there are and of names that do not exist (RFC 9989) where it does. `ignored` are
 * tags whose value nobody knows, `dropped` those that RFC 9989 took out; `share` is the share of mail the policy is for, in percent.
 */
export type DmarcRecord = {
  policy: DmarcPolicy | null;
  subdomains: DmarcPolicy | null;
  unknown: DmarcPolicy | null;
  alignment: { dkim: "relaxed" | "strict"; spf: "relaxed" | "strict" };
  share: number;
  isTest: boolean;
  reports: { tag: "rua" | "ruf"; uris: string[] }[];
  ignored: string[];
  dropped: string[];
  problems: string[];
};

/** Of each optional tag what it may say. */
const VALUES: Record<string, RegExp> = {
  sp: /^(?:none|quarantine|reject)$/i,
  np: /^(?:none|quarantine|reject)$/i,
  adkim: /^[rs]$/i,
  aspf: /^[rs]$/i,
  fo: /^[01ds](?:\s*:\s*[01ds])*$/i,
  pct: /^(?:100|\d{1,2})$/,
  t: /^[yn]$/i,
  psd: /^[yun]$/i,
  ri: /^\d{1,10}$/,
};
const DROPPED = ["pct", "rf", "ri"] as const;
/** Nobody wants reports at so many places. */
const MAX_URIS = 20;

/** Reads a record (RFC 7489 section 6.3, RFC 9989 section 4.7). */
export function readDmarc(text: string): DmarcRecord {
  const { tags, problems } = readTagList(text);
  const ignored = Object.keys(VALUES).filter((name) => tags.has(name) && !VALUES[name]!.test(tags.get(name)!));
  const valueOf = (name: string) => (ignored.includes(name) ? undefined : tags.get(name)?.toLowerCase());
  return {
    policy: policyOf(tags.get("p")),
    subdomains: policyOf(valueOf("sp")),
    unknown: policyOf(valueOf("np")),
    alignment: { dkim: alignmentOf(valueOf("adkim")), spf: alignmentOf(valueOf("aspf")) },
    share: Number(valueOf("pct") ?? 100),
    isTest: valueOf("t") === "y",
    reports: (["rua", "ruf"] as const).flatMap((tag) => (tags.has(tag) ? [{ tag, uris: urisOf(tags.get(tag)!) }] : [])),
    ignored,
    dropped: DROPPED.filter((name) => tags.has(name)),
    problems,
  };
}

function policyOf(value: string | undefined): DmarcPolicy | null {
  return DMARC_POLICIES.find((policy) => policy === value?.toLowerCase()) ?? null;
}

function alignmentOf(value: string | undefined): "relaxed" | "strict" {
  return value === "s" ? "strict" : "relaxed";
}

function urisOf(value: string): string[] {
  return value.split(",", MAX_URIS).map((uri) => uri.trim());
}
