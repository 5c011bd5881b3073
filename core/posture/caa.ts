import type { Looked, RecordData } from "../dns/answer.ts";
import { issuerNames } from "./caa/issuer-names.ts";
import { finding, orGood, type Finding } from "./finding.ts";
import { dataOf, isAnswered, whyUnanswered } from "./looked.ts";
import { organizationalDomain } from "./organizational-domain.ts";

/**
 * What is known of who may issue certificates for an MX host: what stands at the names of `caaNames`, in their order, as far as it was asked; and of
 * the certificate it has now its issuer, and whether its name there is a wildcard. `issuer` is null where no certificate was seen.
 */
export type CaaSeen = {
  host: string;
  answers: readonly { name: string; answer: Looked<"CAA"> }[];
  issuer: string | null;
  isWildcard: boolean;
};

type Caa = RecordData["CAA"];

const KNOWN_TAGS = new Set(["issue", "issuewild", "iodef", "issuemail", "issuevmc", "contactemail", "contactphone"]);
const ISSUER = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)?$/;
/** So many records that cannot be read are told of. */
const MAX_BROKEN = 5;
const IODEF = /^(?:mailto:[^\s@]+@[^\s@]+|https?:\/\/\S+)$/i;

/** Where it is looked, from the name of the host up to below the root; the first that has records counts (RFC 8659 section 3). */
export function caaNames(host: string): string[] {
  const labels = host.split(".");
  return labels.map((_, at) => labels.slice(at).join("."));
}

/** What there is to say of who may issue certificates for an MX host (RFC 8659). */
export function caa({ host, answers, issuer, isWildcard }: CaaSeen): Finding[] {
  for (const { name, answer } of answers) {
    if (!isAnswered(answer)) return [finding("caa.untold", name, { detail: whyUnanswered(answer) })];
    const records = dataOf(answer, "CAA");
    if (records.length > 0) return ofRecords(host, name, records, issuer, isWildcard);
  }
  return [finding("caa.absent", host, { publish: publishFor(organizationalDomain(host), issuer) })];
}

function ofRecords(host: string, name: string, records: Caa[], issuer: string | null, isWildcard: boolean): Finding[] {
  const found = records.map(({ isCritical, tag, value }) => `${isCritical ? 128 : 0} ${tag} "${value}"`);
  const critical = records.find(({ isCritical, tag }) => isCritical && !KNOWN_TAGS.has(tag));
  if (critical !== undefined) return [finding("caa.critical", name, { found, detail: critical.tag })];
  const broken = records.filter(({ tag, value }) => (tag === "issue" || tag === "issuewild") && !ISSUER.test(issuerIn(value)));
  const unheard = records.filter(({ tag, value }) => tag === "iodef" && !IODEF.test(value));
  const findings = [
    ...broken.slice(0, MAX_BROKEN).map(({ tag, value }) => finding("caa.syntax", name, { found, detail: `${tag} "${value}"` })),
    ...unheard.slice(0, MAX_BROKEN).map(({ value }) => finding("caa.iodef", name, { found, detail: value })),
    ...ofIssuer({ host, name, found, allowed: allowedBy(records, isWildcard), issuer }),
  ];
  return orGood(finding("caa.good", host, { found, detail: name }), findings);
}

/** Who may issue; null where everybody may, since no record says anything of it (RFC 8659 sections 4.2 and 4.3). */
function allowedBy(records: Caa[], isWildcard: boolean): string[] | null {
  const wild = records.filter(({ tag }) => tag === "issuewild");
  const relevant = isWildcard && wild.length > 0 ? wild : records.filter(({ tag }) => tag === "issue");
  if (relevant.length === 0) return null;
  return relevant.map(({ value }) => issuerIn(value));
}

/** Whom a value lets issue, without its parameters: nobody where there is no name (RFC 8659 section 4.2). */
function issuerIn(value: string): string {
  return value.split(";", 1)[0]!.trim().toLowerCase();
}

type Issuer = { host: string; name: string; found: string[]; allowed: string[] | null; issuer: string | null };

function ofIssuer({ host, name, found, allowed, issuer }: Issuer): Finding[] {
  if (allowed === null || issuer === null) return [];
  const names = issuerNames(issuer);
  if (names === null) return [finding("caa.issuer-unknown", host, { found, detail: issuer })];
  if (names.some((each) => allowed.includes(each))) return [];
  return [finding("caa.refused", host, { found, detail: issuer, publish: publishFor(name, issuer) })];
}

function publishFor(name: string, issuer: string | null) {
  const known = issuer === null ? null : issuerNames(issuer);
  return known === null ? undefined : ({ name, type: "CAA", value: `0 issue "${known[0]}"` } as const);
}
