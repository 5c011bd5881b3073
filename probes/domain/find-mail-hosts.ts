import type { DnsAnswer, Found } from "#core/dns/answer.ts";
import { isLiteral, MOST_HOSTS, type MailHost, type MxSet } from "#core/domain/mx-set.ts";
import { isLoopbackName } from "#core/monitor/bounds.ts";
import { isAnswered } from "#core/posture/looked.ts";
import type { Resolver } from "#network/dns/resolver-for.ts";

/** Looks up where the mail of a domain goes (RFC 5321 section 5.1), and the addresses of each server it names. */
export async function findMailHosts(domain: string, resolver: Pick<Resolver, "ask">): Promise<MxSet> {
  const answer = await resolver.ask(domain, "MX");
  if (answer.outcome === "nodata") return implicit(domain, resolver);

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
    hosts: await Promise.all(hosts.map(({ exchange, preference }) => describe(exchange, preference, resolver))),
  };
}

/** Without any MX record a domain's own addresses take its mail. */
async function implicit(domain: string, resolver: Pick<Resolver, "ask">): Promise<MxSet> {
  const host = await describe(domain, 0, resolver);
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

async function describe(name: string, preference: number, resolver: Pick<Resolver, "ask">): Promise<MailHost> {
  const host: MailHost = { name, preference, addresses: [], problem: null, detail: null, isSecure: false };
  if (isLiteral(name)) return { ...host, problem: "literal" };
  if (isLoopbackName(name)) return { ...host, problem: "loopback" };
  const answers = await Promise.all([resolver.ask(name, "AAAA"), resolver.ask(name, "A")]);
  const found = answers.filter((answer) => answer.outcome === "found");
  if (found.length === 0) return { ...host, ...withoutAddress(answers) };
  const canonical = found[0]!.canonical;
  return {
    ...host,
    ...(canonical === name ? {} : { problem: "alias", detail: canonical }),
    addresses: [...new Set(found.flatMap(({ records }) => records.map(({ data }) => data)))],
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
