import type { DnsAnswer, Found } from "#core/dns/answer.ts";
import type { DomainTarget } from "#core/domain/domain-target.ts";
import { isLiteral, MOST_HOSTS, type MailHost, type MxSet } from "#core/domain/mx-set.ts";
import { isLoopbackName, type Bounds } from "#core/monitor/bounds.ts";
import { isAnswered } from "#core/posture/looked.ts";
import { guardAddresses } from "#network/address-guard.ts";
import type { Resolver } from "#network/dns/resolver-for.ts";

/** A name may have thousands of addresses in each family; so many are kept. */
const ADDRESSES_KEPT = 10;

/** Looks up names, and says which of their addresses anybody may know. */
type Lookup = { resolver: Pick<Resolver, "ask">; target: Pick<DomainTarget, "port">; bounds: Bounds };

/**
 * Looks up where the mail of a domain goes (RFC 5321 section 5.1), and the addresses of each server it names that may be connected to. The others
 * are not even named: a resolver of ours may know names that are not for everybody.
 */
export async function findMailHosts(target: DomainTarget, resolver: Pick<Resolver, "ask">, bounds: Bounds): Promise<MxSet> {
  const domain = target.host;
  const lookup = { resolver, target, bounds };
  const answer = await resolver.ask(domain, "MX");
  if (answer.outcome === "nodata") return implicit(domain, lookup);

  if (!isAnswered(answer)) return { kind: "unanswered", failure: { outcome: answer.outcome, detail: answer.detail } };
  if (answer.outcome !== "found") return { kind: "none", outcome: "nxdomain", isSecure: answer.isSecure };

  const { records, isSecure } = answer;
  const named = preferredFirst(records);
  if (named.every(({ exchange }) => exchange === "")) return { kind: "null", isSecure };
  const hosts = named.filter(({ exchange }) => exchange !== "").slice(0, MOST_HOSTS);
  return {
    kind: "named",
    records: named.length,
    isSecure,
    hosts: await Promise.all(hosts.map(({ exchange, preference }) => describe(exchange, preference, lookup))),
  };
}

/** Without any MX record a domain's own addresses take its mail. */
async function implicit(domain: string, lookup: Lookup): Promise<MxSet> {
  const host = await describe(domain, 0, lookup);
  const { problem, isSecure } = host;
  if (problem === "no-address" || problem === "no-such-name") {
    return { kind: "none", outcome: problem === "no-address" ? "nodata" : "nxdomain", isSecure };
  }
  // A domain may well be an alias: then the name it stands for takes the mail.
  return { kind: "implicit", records: 0, isSecure, hosts: [problem === "alias" ? { ...host, problem: null } : host] };
}

/** Each exchange once, with its best preference; those of one preference by name, so that two checks tell of them in one order. */
function preferredFirst(records: Found<"MX">["records"]): Found<"MX">["records"][number]["data"][] {
  const best = new Map<string, number>();
  for (const { data } of records) {
    best.set(data.exchange, Math.min(data.preference, best.get(data.exchange) ?? Infinity));
  }
  return [...best]
    .map(([exchange, preference]) => ({ exchange, preference }))
    .toSorted((one, other) => one.preference - other.preference || one.exchange.localeCompare(other.exchange));
}

async function describe(name: string, preference: number, { resolver, target, bounds }: Lookup): Promise<MailHost> {
  const host: MailHost = { name, preference, addresses: [], problem: null, detail: null, isSecure: false };
  if (isLiteral(name)) return { ...host, problem: "literal" };
  if (isLoopbackName(name)) return { ...host, problem: "loopback" };
  const answers = await Promise.all([resolver.ask(name, "AAAA"), resolver.ask(name, "A")]);
  const found = answers.filter((answer) => answer.outcome === "found");
  if (found.length === 0) return { ...host, ...withoutAddress(answers) };
  const canonical = found[0]!.canonical;
  const addresses = found.flatMap(({ records }) => records.slice(0, ADDRESSES_KEPT).map(({ data }) => data));
  return {
    ...host,
    ...(canonical === name ? {} : { problem: "alias", detail: canonical }),
    addresses: guardAddresses({ host: name, port: target.port }, [...new Set(addresses)], bounds).allowed,
    isSecure: found.every(({ isSecure }) => isSecure),
  };
}

/** A failure of either question leaves open whether there is an address. */
function withoutAddress(answers: readonly DnsAnswer<"A" | "AAAA">[]): Pick<MailHost, "problem" | "detail" | "isSecure"> {
  const unanswered = answers.find((answer) => "detail" in answer);
  if (unanswered !== undefined && "detail" in unanswered) {
    return { problem: "unanswered", detail: unanswered.detail ?? unanswered.outcome, isSecure: false };
  }
  const isUnknownName = answers.some(({ outcome }) => outcome === "nxdomain");
  const isSecure = answers.every((answer) => "isSecure" in answer && answer.isSecure);
  return { problem: isUnknownName ? "no-such-name" : "no-address", detail: null, isSecure };
}
