import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CheckResult } from "#core/check/result.ts";
import { domainTargetSchema } from "#core/domain/domain-target.ts";
import type { DomainTest } from "#core/domain/domain-tests.ts";
import { makeAuthority, makeCertificate } from "#testing/certificates.ts";
import { isLeftOut } from "#testing/is-left-out.ts";
import { startMailHosts } from "#testing/real/mail-hosts.ts";
import { ownAddress } from "#testing/real/own-address.ts";
import { whyNoRealPostfix } from "#testing/real/postfix.ts";
import { startRealDns, whyNoRealDns, type RealDns } from "#testing/real/real-dns.ts";
import { runProbe } from "../probe.ts";

const PORT = 2_525;
const [GOOD, TWIN, WRONG, DEAD, OPEN] = [ownAddress(), ownAddress(), ownAddress(), ownAddress(), ownAddress()];

/** A Postfix sends on whatever comes from its own networks, of which this machine is one unless it is told otherwise. */
const CLOSED = { mynetworks: "192.0.2.0/24" };
const CATCH_ALL = { local_recipient_maps: "" };

/** Each domain is a name below one zone, with its own MX. */
const ZONE = `
good A ${GOOD}
good AAAA ::1
twin A ${TWIN}
wrong A ${WRONG}
dead A ${DEAD}
open A ${OPEN}
six AAAA ::1
empty TXT "nothing"
alias CNAME good

whole MX 10 good
whole MX 20 twin
whole TXT "v=spf1 mx -all"
_dmarc.whole TXT "v=DMARC1; p=reject; rua=mailto:postmaster@whole.test.example"
one-dead MX 10 dead
one-dead MX 10 good
backup-dead MX 10 twin
backup-dead MX 20 dead
backup-only MX 10 dead
backup-only MX 20 twin
wrong-certificate MX 10 wrong
only-six MX 10 six
to-alias MX 10 alias
nowhere MX 10 no-such-name
nowhere MX 20 empty
literal MX 10 192.0.2.1.
loopback MX 10 localhost.
null MX 0 .
refusing MX 10 good
refusing MX 20 open
implicit A ${TWIN}
no-mail TXT "neither"
`;

let dns: RealDns;
let root: string;
let hosts: Awaited<ReturnType<typeof startMailHosts>>;

async function check(
  name: string,
  { tests = [], ...options }: { allowPrivate?: boolean; timeLimitMs?: number; tests?: DomainTest[] } = {},
): Promise<CheckResult> {
  const target = domainTargetSchema.parse({
    tests,
    kind: "domain",
    host: `${name}.test.example`,
    port: PORT,
    ehloName: "probe.example.net",
  });
  return runProbe(target, {
    timeLimitMs: 20_000,
    dnsServers: [dns.resolvers.validating],
    allowPrivate: true,
    extraCas: [root],
    ...options,
  });
}

/** Each way to each server, and what came of it. */
function matrix({ facts }: CheckResult): Record<string, string> {
  return Object.fromEntries(
    facts.paths!.map(({ path, status, reason }) => [path, reason === null ? status : `${status} ${reason.code}`]),
  );
}

const of = (host: string, address: string) => `${host}.test.example ${address.includes(":") ? `[${address}]` : address}`;

describe.skipIf(isLeftOut(whyNoRealDns() ?? whyNoRealPostfix()))(
  "a domain whose mail servers are Postfix, and whose DNS is knot and unbound",
  () => {
    beforeAll(async () => {
      const authority = makeAuthority();
      root = authority.cert;
      const certificate = (...names: string[]) =>
        makeCertificate({ names: names.map((name) => `${name}.test.example`), issuer: authority });
      dns = await startRealDns([{ name: "test.example.", signing: "well", records: ZONE }]);
      hosts = await startMailHosts(
        [
          { addresses: [GOOD, "::1"], certificate: certificate("good", "six", "alias"), settings: CLOSED },
          { addresses: [TWIN], certificate: certificate("twin", "implicit") },
          { addresses: [WRONG], certificate: certificate("somebody-else") },
          { addresses: [OPEN], certificate: certificate("open"), settings: CATCH_ALL },
        ],
        PORT,
        { mydestination: "refusing.test.example" },
      );
    });
    afterAll(async () => {
      await Promise.all([dns?.remove(), hosts?.remove()]);
    });

    test("is up where every server takes mail on IPv4 and IPv6, and what it publishes is read beside", async () => {
      const result = await check("whole");
      expect(result).toMatchObject({
        status: "up",
        reason: null,
        facts: { domain: { mx: { kind: "named", records: 2, isSecure: true } } },
      });
      expect(matrix(result)).toEqual({
        [of("good", GOOD)]: "up",
        [of("good", "::1")]: "up",
        [of("twin", TWIN)]: "up",
      });
      expect(result.facts.domain!.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(["spf.good", "dmarc.good"]));
      expect(result.facts.paths!.every(({ stages }) => stages.some(({ stage }) => stage === "tls"))).toBe(true);
    });

    test.each<[string, string, string | undefined, string]>([
      ["one-dead", "degraded", "connect.refused", of("dead", DEAD)],
      ["backup-dead", "degraded", "connect.refused", of("dead", DEAD)],
      ["backup-only", "down", "connect.refused", of("dead", DEAD)],
      ["wrong-certificate", "degraded", "tls.name", of("wrong", WRONG)],
      ["only-six", "up", undefined, ""],
      ["to-alias", "degraded", "mx.record", "is an alias of good.test.example"],
      ["nowhere", "down", "mx.unresolvable", "no-such-name.test.example: There is no such name."],
      ["literal", "down", "mx.record", "192.0.2.1 is an address, not a name."],
      ["loopback", "down", "mx.record", "localhost is the sender's own machine."],
      ["null", "up", undefined, ""],
      ["implicit", "up", undefined, ""],
      ["no-mail", "down", "mx.none", "neither an MX record nor an address"],
      ["no-such-domain", "down", "dns.nxdomain", "There is no such domain."],
    ])("%s is %s", async (name, status, code, detail) => {
      const result = await check(name);
      expect([result.status, result.reason?.code]).toEqual([status, code]);
      expect(result.reason?.detail ?? "").toContain(detail);
    });

    test("the reason names the server, so that what is to be done is about it, and its lines are there", async () => {
      const { reason, transcript } = await check("one-dead");
      expect(reason!.at).toEqual({ kind: "smtp", host: "dead.test.example", port: PORT, tls: "starttls" });
      expect(transcript[0]!.path).toBe(of("dead", DEAD));
    });

    test("a null MX is on purpose, and says so", async () => {
      const { warnings, facts } = await check("null");
      expect(facts.domain!.mx).toEqual({ kind: "null", isSecure: true });
      expect(warnings.join()).toContain("takes no mail, on purpose");
    });

    test("servers are asked to refuse mail for strangers and for nobody only where that is wanted", async () => {
      const { facts, status } = await check("refusing", { tests: ["relay", "unknown-user"] });
      expect(status).toBe("up");
      const refusals = facts.domain!.findings.filter(({ aspect }) => aspect === "refusals");
      expect(refusals.map(({ code, subject }) => `${code} ${subject}`)).toEqual([
        "refusals.relay-refused good.test.example",
        "refusals.unknown-refused good.test.example",
        "refusals.relay-taken open.test.example",
        "refusals.unknown-taken open.test.example",
      ]);
      expect(refusals[0]!.found).toEqual(["RCPT TO:<relay-test@example.com>", expect.stringMatching(/^454 4\.7\.1 /)]);
      expect((await check("refusing")).facts.domain!.findings.some(({ aspect }) => aspect === "refusals")).toBe(false);
    });

    test("a server for which no time is left could not be judged, and is not down", async () => {
      const { status, reason } = await check("one-dead", { timeLimitMs: 900 });
      expect([status, reason?.code]).toEqual(["unknown", "connect.busy"]);
    });

    test("a server at a private address is not connected to where that is not allowed (S02)", async () => {
      const result = await check("one-dead", { allowPrivate: false });
      expect(result).toMatchObject({ status: "down", reason: { code: "connect.blocked" } });
      expect(result.facts.attempts ?? []).toEqual([]);
    });
  },
);
