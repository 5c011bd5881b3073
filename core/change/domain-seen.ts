import type { DomainReport } from "../domain/domain-report.ts";
import type { MxSet } from "../domain/mx-set.ts";
import { wordsOf, type Finding } from "../posture/finding.ts";
import { DOMAIN_ASPECTS, type DomainAspect } from "./change.ts";
import type { SeenValue } from "./seen.ts";

const MOST_LINES = 64;
const MAX_CHARS = 500;

/** The aspects whose records are compared, each by itself: what could not be looked up of one says nothing of the others. */
const RECORD_ASPECTS = DOMAIN_ASPECTS.filter((aspect) => aspect !== "mail-servers" && aspect !== "posture");

/** What one check saw of a domain that is compared: where its mail goes, the records of each aspect, and what is wrong with them. */
export function domainSeen({ domain, mx, findings }: DomainReport): SeenValue[] {
  return [
    ...(mx.kind === "unanswered" ? [] : [seen("mail-servers", mailServers(mx))]),
    ...RECORD_ASPECTS.flatMap((aspect) => {
      const its = findings.filter((finding) => finding.aspect === aspect);
      return its.length === 0 || its.some(isUntold)
        ? []
        : [
            seen(
              aspect,
              its.flatMap((each) => records(each, domain)),
            ),
          ];
    }),
    ...(findings.some(isUntold)
      ? []
      : [
          seen(
            "posture",
            findings.filter(isFaulty).map((each) => fault(each, domain)),
          ),
        ]),
  ];
}

function mailServers(mx: Exclude<MxSet, { kind: "unanswered" }>): string[] {
  if (!("hosts" in mx)) return mx.kind === "null" ? ["none, on purpose"] : [];
  return mx.hosts.map(({ name, preference }) => (mx.kind === "implicit" ? `${name}, implicitly` : `${preference} ${name}`));
}

/** A question that went unanswered this time may well be answered the next. */
function isUntold({ code }: Finding): boolean {
  return code.endsWith("untold");
}

/** Whatever is of the domain itself need not say so. */
function records({ subject, found }: Finding, domain: string): string[] {
  return subject === domain ? found : found.map((text) => `${subject}: ${text}`);
}

function isFaulty(finding: Finding): boolean {
  const { verdict } = wordsOf(finding);
  return verdict === "weak" || verdict === "wrong";
}

function fault(finding: Finding, domain: string): string {
  const { says } = wordsOf(finding);
  return finding.subject === domain ? says : `${says} (${finding.subject})`;
}

/** In which order a server answers means nothing. */
function seen(part: DomainAspect, lines: string[]): SeenValue {
  const value = [...new Set(lines.map((line) => line.slice(0, MAX_CHARS)))].toSorted().slice(0, MOST_LINES);
  return { part, value, key: value.join("\n") };
}
