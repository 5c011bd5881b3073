import { dataOf } from "#core/posture/looked.ts";
import { placeOf, wantedBy, type SpfHosts, type SpfTree } from "#core/posture/spf/spf-tree.ts";
import { addressesIn, lookIn, type Dns } from "./zone.ts";

/** The tree of a domain's SPF, gathered from a zone. What leads back to where it came from is left out. */
export function spfTreeIn(dns: Dns, name: string, path: readonly string[] = []): SpfTree {
  const bare: SpfTree = { name, answer: lookIn(dns, name, "TXT"), includes: [], hosts: [] };
  const place = placeOf(bare);
  if (place.kind !== "record") return bare;
  for (const wanted of wantedBy(name, place.text)) {
    if (wanted.kind !== "record") bare.hosts.push(hostsIn(dns, wanted.kind, wanted.name));
    else if (wanted.name !== name && !path.includes(wanted.name)) bare.includes.push(spfTreeIn(dns, wanted.name, [...path, name]));
  }
  return bare;
}

function hostsIn(dns: Dns, kind: SpfHosts["kind"], name: string): SpfHosts {
  const exchanges = kind === "mx" ? dataOf(lookIn(dns, name, "MX"), "MX").map(({ exchange }) => exchange) : [];
  const addresses = (kind === "mx" ? exchanges : [name]).flatMap((each) => addressesIn(dns, each));
  const isUntold = lookIn(dns, name, kind === "mx" ? "MX" : "A").outcome === "servfail";
  const isVoid = kind === "mx" ? exchanges.length === 0 : addresses.length === 0;
  return { kind, name, outcome: isUntold ? "untold" : isVoid ? "void" : "found", addresses, exchanges: exchanges.length };
}
