import { isSameAddress } from "../check/address-class.ts";
import { finding, orGood, type Finding } from "./finding.ts";
import { asName } from "./looked.ts";
import type { Forward } from "./reverse.ts";

/**
 * What a server calls itself: the text of its greeting and of the first line of its answer to EHLO, each without the code and null where there was
 * none; `ours` is what we said in EHLO, `forward` the addresses of what it said.
 */
export type NamesSeen = {
  host: string;
  address: string;
  banner: string | null;
  ehlo: string | null;
  ours: string;
  forward: Forward | null;
};

const HOST_NAME = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9-]{2,63}$/;
const LITERAL = /^\[[0-9a-f.:]+\]$|^\[ipv6:[0-9a-f.:]+\]$/;

/** The name a server says first in its greeting or its answer to EHLO (RFC 5321 section 4.2); null where it says none. */
export function saidName(text: string | null): string | null {
  const [first = ""] = (text ?? "").trimStart().split(/\s/, 1);
  const name = asName(first);
  return HOST_NAME.test(name) || LITERAL.test(name) ? name : null;
}

/** What there is to say of what a server calls itself (RFC 5321 sections 4.1.1.1 and 4.3.1). */
export function names({ host, address, banner, ehlo, ours, forward }: NamesSeen): Finding[] {
  const found = [...(banner === null ? [] : [`220 ${banner}`]), ...(ehlo === null ? [] : [`250 ${ehlo}`])];
  if (ehlo === null) return [];
  const name = saidName(ehlo);
  const greeted = saidName(banner);
  if (name === null) return [finding("names.ehlo-not-fqdn", host, { found, detail: ehlo.trim().split(/\s/, 1)[0] || "nothing" })];
  if (name === asName(ours)) return [finding("names.ehlo-echo", host, { found, detail: name })];
  const findings = [
    ...(banner !== null && greeted === null ? [finding("names.banner-nameless", host, { found })] : []),
    ...(greeted !== null && greeted !== name
      ? [finding("names.banner-differs", host, { found, detail: `${greeted} and ${name}` })]
      : []),
    ...(LITERAL.test(name)
      ? [finding("names.literal", host, { found, detail: name })]
      : ofForward(host, address, name, forward, found)),
  ];
  return orGood(finding("names.good", host, { found, detail: name }), findings);
}

function ofForward(host: string, address: string, name: string, forward: Forward | null, found: string[]): Finding[] {
  if (forward === null || forward.name !== name) return [];
  if (forward.addresses === null) return [finding("names.untold", host, { found, detail: name })];
  if (forward.addresses.length === 0) return [finding("names.unresolved", host, { found, detail: name })];
  if (forward.addresses.some((each) => isSameAddress(each, address))) return [];
  return [
    finding("names.elsewhere", host, { found: [...found, `${name}: ${forward.addresses.slice(0, 5).join(", ")}`], detail: name }),
  ];
}
