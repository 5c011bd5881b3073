import type { ARCData, DKIMResult, DNSResolver } from "mailauth";
import type { OwnMethod, OwnVerdict } from "#core/arrival/arrival.ts";
import type { Client } from "#core/arrival/client-of.ts";
import type { LookUp } from "#network/look-up-records.ts";

/**
 * A message to be looked at: its bytes, who handed it over, the sender of its envelope ("" is nobody), and when it came, in epoch milliseconds.
 * `raw` is null where there are too many of them.
 */
export type Examined = { raw: Buffer | null; client: Client | null; sender: string; arrivedAt: number };

type DkimFound = Awaited<ReturnType<typeof verifySignatures>>;
type SpfFound = { verdict: OwnVerdict; domain: string };

/** Of several signatures the one that says most for the message. */
const BEST_FIRST = ["pass", "temperror", "policy", "fail", "permerror", "neutral"];

/** Looks ourselves whether a message is from whom it says. Each verdict is null where it is not to be told. */
export async function authenticate(examined: Examined, lookUp: LookUp): Promise<Record<OwnMethod, OwnVerdict | null>> {
  const failures = new Set<string>();
  const resolver: DNSResolver = async (name, type) => {
    try {
      return (await lookUp(name, type)) as string[][]; // its type leaves out MX
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOTFOUND") failures.add(name);
      throw error;
    }
  };
  const [spf, signatures] = await Promise.all([checkSpf(examined, resolver), verifySignatures(examined, resolver)]);
  return {
    spf: spf?.verdict ?? null,
    dkim: signatures && dkimVerdict(signatures),
    dmarc: signatures && (await checkDmarc(signatures, spf, resolver)),
    arc: signatures && (await checkArc(signatures.arc, resolver, failures)),
  };
}

/** SPF (RFC 7208) of the sender, or where there is none, of the name the client gave. */
async function checkSpf({ client, sender }: Examined, resolver: DNSResolver): Promise<SpfFound | null> {
  if (client === null) return null;
  const { spf } = await import("mailauth/lib/spf/index.js");
  const { address: ip, helo } = client;
  const { status, domain } = await spf({ ip, helo: helo ?? `[${ip}]`, sender, mta: "us", resolver });
  const [, problem] = /during lookup of [^\s:]+: (.+)$/.exec(status.comment ?? "") ?? [];
  return { verdict: { result: status.result, detail: `${ip} for ${domain}${problem ? `: ${problem}` : ""}` }, domain };
}

/** All DKIM signatures (RFC 6376), and what ARC says; as of when the message came. */
async function verifySignatures({ raw, arrivedAt }: Examined, resolver: DNSResolver) {
  if (raw === null) return null;
  const { dkimVerify } = await import("mailauth/lib/dkim/verify.js");
  const { headerFrom, results, headers, arc } = await dkimVerify(raw, { resolver, curTime: new Date(arrivedAt) });
  const isSigned = headers?.parsed.some(({ key }) => key === "dkim-signature") ?? false;
  return { from: headerFrom, results, isSigned, arc };
}

function dkimVerdict({ results, isSigned }: NonNullable<DkimFound>): OwnVerdict {
  const verdicts = results.flatMap((each) => (each.status.result === "none" ? [] : [signatureVerdict(each)]));
  const [best] = verdicts.toSorted((a, b) => rank(a) - rank(b));
  if (best) return best;
  return isSigned ? { result: "permerror", detail: "the signature makes no sense" } : { result: "none", detail: null };
}

function rank({ result }: OwnVerdict): number {
  return BEST_FIRST.includes(result) ? BEST_FIRST.indexOf(result) : BEST_FIRST.length;
}

/** The library says "neutral" of much that has a name of its own (RFC 8601 section 2.7.1). */
function signatureVerdict({ signingDomain, selector, status }: DKIMResult): OwnVerdict {
  const comment = status.comment ?? "";
  const result = comment.startsWith("body hash")
    ? "fail"
    : /key/.test(comment) && status.result === "neutral"
      ? "permerror"
      : status.result;
  return { result, detail: `${signingDomain}, key ${selector}${comment ? `: ${comment}` : ""}` };
}

/**
 * DMARC (RFC 7489): the domain of From has to be that of SPF or DKIM, or where its record is strict be the very same, which the library does not
 * hold it to. Without SPF it is not to be told that it failed.
 */
async function checkDmarc(
  { from, results }: NonNullable<DkimFound>,
  spf: SpfFound | null,
  resolver: DNSResolver,
): Promise<OwnVerdict | null> {
  const { dmarc } = await import("mailauth/lib/dmarc/index.js");
  const spfDomains = spf?.verdict.result === "pass" ? [spf.domain] : [];
  const dkimDomains = results.filter(({ status }) => status.result === "pass").map(({ signingDomain }) => signingDomain);
  const ofDkim = dkimDomains.map((domain) => ({ domain }));
  const found = await dmarc({ headerFrom: from, spfDomains, dkimDomains: ofDkim, resolver });
  if (found === false) return { result: "permerror", detail: `From names ${from.length} senders` };
  const { result } = found.status;
  if (result !== "pass" && result !== "fail") return { result, detail: result === "none" ? `${found.domain} has no policy` : null };
  const domain = domainOf(from[0]!);
  const { alignment, policy } = found;
  const by = [
    ...(isAligned(alignment.dkim, dkimDomains, domain) ? ["DKIM"] : []),
    ...(isAligned(alignment.spf, spfDomains, domain) ? ["SPF"] : []),
  ];
  const asks = policy ? `policy ${policy}` : "no policy";
  if (by.length > 0) return { result: "pass", detail: `${domain} by ${by.join(" and ")}, ${asks}` };
  const isUnsure =
    spf === null || spf.verdict.result === "temperror" || results.some(({ status }) => status.result === "temperror");
  if (isUnsure) return spf === null ? null : { result: "temperror", detail: `${domain}, ${asks}` };
  return { result: "fail", detail: `${domain} by neither DKIM nor SPF, ${asks}` };
}

function isAligned({ result, strict }: { result: string | false; strict: boolean }, domains: string[], from: string): boolean {
  return strict ? domains.some((domain) => domain.toLowerCase() === from) : Boolean(result);
}

function domainOf(mailbox: string): string {
  return mailbox.slice(mailbox.lastIndexOf("@") + 1).toLowerCase();
}

/** ARC (RFC 8617). Where a key could not be looked up nobody knows. */
async function checkArc(data: unknown, resolver: DNSResolver, failures: ReadonlySet<string>): Promise<OwnVerdict> {
  const { arc } = await import("mailauth/lib/arc/index.js");
  const { status } = await arc(data as ARCData, { resolver });
  const hasFailed = status.result === "fail" && [...failures].some((name) => name.includes("._domainkey."));
  return { result: hasFailed ? "temperror" : status.result, detail: status.comment || null };
}
