import type { CheckResult } from "#core/check/result.ts";
import type { DomainTarget } from "#core/domain/domain-target.ts";
import type { Finding } from "#core/posture/finding.ts";
import { dataOf, isAnswered } from "#core/posture/looked.ts";
import { names, saidName } from "#core/posture/names.ts";
import { reverse, reverseName, type Forward, type ReverseSeen } from "#core/posture/reverse.ts";
import type { Resolver } from "#network/dns/resolver-for.ts";
import type { Met } from "./meet-hosts.ts";

type Asker = Pick<Resolver, "ask">;

/** An address may have a hundred names; so many are looked up again. */
const MOST_NAMES = 5;

/** What each mail server calls itself, whether that name leads back to it, and whether the names of its and the sending addresses do. */
export async function judgeNames(target: DomainTarget, met: Promise<readonly Met[]>, resolver: Asker): Promise<Finding[]> {
  const hosts = await met;
  const greeted = hosts.flatMap(({ name, paths }) => paths.flatMap(({ result }) => ways(name, result)));
  const [said, backwards] = await Promise.all([
    Promise.all(greeted.map((way) => saidBy(way, target.ehloName, resolver))),
    Promise.all([
      ...greeted.map(({ host, address }) => backwardsOf({ address, role: "mx", host }, resolver)),
      ...target.senders.map((address) => backwardsOf({ address, role: "sender", host: null }, resolver)),
    ]),
  ]);
  return [...backwards.flatMap((seen) => reverse(seen)), ...once(said.flat())];
}

type Greeted = { host: string; address: string; banner: string | null; ehlo: string | null };

function ways(host: string, { facts, stages }: CheckResult): Greeted[] {
  if (facts.address === null || facts.banner === null) return [];
  const ehlo = stages.find(({ stage }) => stage === "ehlo")?.reply?.text ?? null;
  return [{ host, address: facts.address, banner: facts.banner, ehlo }];
}

async function saidBy({ host, address, banner, ehlo }: Greeted, ours: string, resolver: Asker): Promise<Finding[]> {
  const name = saidName(ehlo);
  const forward = name === null || name.startsWith("[") ? null : await forwardOf(name, resolver);
  return names({ host, address, banner, ehlo, ours, forward });
}

async function backwardsOf(of: Pick<ReverseSeen, "address" | "role" | "host">, resolver: Asker): Promise<ReverseSeen> {
  const answer = await resolver.ask(reverseName(of.address), "PTR");
  const named = dataOf(answer, "PTR").slice(0, MOST_NAMES);
  return { ...of, answer, forward: await Promise.all(named.map((name) => forwardOf(name, resolver))) };
}

/** The addresses of a name; null where they could not be looked up. */
async function forwardOf(name: string, resolver: Asker): Promise<Forward> {
  const [a, aaaa] = await Promise.all([resolver.ask(name, "A"), resolver.ask(name, "AAAA")]);
  const addresses = [...dataOf(a, "A"), ...dataOf(aaaa, "AAAA")];
  return { name, addresses: addresses.length === 0 && !(isAnswered(a) && isAnswered(aaaa)) ? null : addresses };
}

/** A server that says the same on each of its addresses is told of once. */
function once(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((each) => [`${each.code} ${each.subject} ${each.detail}`, each])).values()];
}
