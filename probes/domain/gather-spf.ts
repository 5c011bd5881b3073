import { dataOf } from "#core/posture/looked.ts";
import { placeOf, wantedBy, type SpfHosts, type SpfTree, type SpfWanted } from "#core/posture/spf/spf-tree.ts";
import type { Resolver } from "#network/dns/resolver-for.ts";

/** A record may lead to so many questions: twice of what a receiver asks at most (RFC 7208 section 4.6.4), so that too many can be told by their number. */
const MOST_ASKED = 24;
/** So many of the exchanges of a domain are looked up (RFC 7208 section 4.6.4), and one more tells that there are too many. */
const MOST_EXCHANGES = 11;

type Asker = Pick<Resolver, "ask">;

/** Looks up the SPF record of a domain, and what it leads to (RFC 7208 section 5). */
export function gatherSpf(domain: string, resolver: Asker): Promise<SpfTree> {
  let left = MOST_ASKED;

  const record = async (name: string, above: readonly string[]): Promise<SpfTree> => {
    const tree: SpfTree = { name, answer: await resolver.ask(name, "TXT"), includes: [], hosts: [] };
    const place = placeOf(tree);
    if (place.kind !== "record") return tree;
    const wanted = wantedBy(name, place.text).filter(() => left-- > 0);
    const within = [...above, name];
    for (const each of wanted) {
      if (each.kind !== "record") tree.hosts.push(await hostsOf(each, each.kind, resolver));
      else if (!within.includes(each.name)) tree.includes.push(await record(each.name, within));
    }
    return tree;
  };

  return record(domain, []);
}

async function hostsOf({ name }: SpfWanted, kind: SpfHosts["kind"], resolver: Asker): Promise<SpfHosts> {
  if (kind !== "mx") return { kind, name, exchanges: 0, ...(await addressesOf(name, resolver, kind === "exists")) };
  const answer = await resolver.ask(name, "MX");
  if (answer.outcome === "nodata" || answer.outcome === "nxdomain")
    return { kind, name, outcome: "void", addresses: [], exchanges: 0 };
  if (answer.outcome !== "found") return { kind, name, outcome: "untold", addresses: [], exchanges: 0 };
  const exchanges = dataOf(answer, "MX").map(({ exchange }) => exchange);
  const found = await Promise.all(exchanges.slice(0, MOST_EXCHANGES).map((exchange) => addressesOf(exchange, resolver, false)));
  return {
    kind,
    name,
    outcome: found.some(({ outcome }) => outcome === "untold") ? "untold" : "found",
    addresses: [...new Set(found.flatMap(({ addresses }) => addresses))],
    exchanges: exchanges.length,
  };
}

/** `exists` is only ever asked as A (RFC 7208 section 5.7). */
async function addressesOf(name: string, resolver: Asker, isExists: boolean): Promise<Pick<SpfHosts, "outcome" | "addresses">> {
  const answers = await Promise.all([resolver.ask(name, "A"), ...(isExists ? [] : [resolver.ask(name, "AAAA")])]);
  const addresses = answers.flatMap((answer) => [...dataOf(answer, "A"), ...dataOf(answer, "AAAA")]);
  if (addresses.length > 0) return { outcome: "found", addresses };
  const isVoid = answers.every(({ outcome }) => outcome === "nodata" || outcome === "nxdomain");
  return { outcome: isVoid ? "void" : "untold", addresses: [] };
}
