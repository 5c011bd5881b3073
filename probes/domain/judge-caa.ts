import type { DnsAnswer } from "#core/dns/answer.ts";
import { caa, caaNames } from "#core/posture/caa.ts";
import type { Finding } from "#core/posture/finding.ts";
import { dataOf, isAnswered } from "#core/posture/looked.ts";
import type { Resolver } from "#network/dns/resolver-for.ts";
import type { Met } from "./meet-hosts.ts";

/** Whether the authority of each mail server's certificate may issue the next one (RFC 8659 section 3): records are looked for up the tree. */
export async function judgeCaa(met: Promise<readonly Met[]>, resolver: Pick<Resolver, "ask">): Promise<Finding[]> {
  const hosts = await met;
  const findings = hosts.map(async ({ name, paths }) => {
    const certificate = paths.map(({ result }) => result.facts.certificate).find((each) => each !== null);
    if (certificate === undefined) return [];
    const isWildcard = certificate.names.some((each) => each.startsWith("*.")) && !certificate.names.includes(name);
    return caa({ host: name, answers: await climb(name, resolver), issuer: certificate.issuer, isWildcard });
  });
  return (await Promise.all(findings)).flat();
}

async function climb(host: string, resolver: Pick<Resolver, "ask">): Promise<{ name: string; answer: DnsAnswer<"CAA"> }[]> {
  const answers: { name: string; answer: DnsAnswer<"CAA"> }[] = [];
  for (const name of caaNames(host)) {
    const answer = await resolver.ask(name, "CAA");
    answers.push({ name, answer });
    if (!isAnswered(answer) || dataOf(answer, "CAA").length > 0) break;
  }
  return answers;
}
