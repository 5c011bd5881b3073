import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CheckResult } from "#core/check/result.ts";
import type { Mechanism } from "#core/monitor/login.ts";
import type { SmtpTarget, TlsMode } from "#core/monitor/monitor.ts";
import type { ReasonCode } from "#core/reason/reason.ts";
import { isLeftOut } from "#testing/is-left-out.ts";
import { askOpenssl } from "#testing/real/ask-openssl.ts";
import { ACCOUNT, MAIL_DOMAIN, SERVER_NAME } from "#testing/real/door.ts";
import { type PolicyDoor, REFUSED_EHLO_NAME, REFUSED_SENDER } from "#testing/real/policy-doors.ts";
import { probeReal } from "#testing/real/probe-real.ts";
import { type RealServers, type ServerName, SERVERS, startRealServers, whyNoRealServers } from "#testing/real/real-servers.ts";
import { runSwaks } from "#testing/real/run-swaks.ts";
import { CERTIFICATES, type CertificateKind } from "#testing/real/server-certificates.ts";
import { untilSo } from "#testing/until.ts";

/** What the probe says of Debian's mail servers. That they are set up as they say is shown in testing/real. */

const POSTMASTER = `postmaster@${MAIL_DOMAIN}`;
const NOBODY = `nobody@${MAIL_DOMAIN}`;
const FROM = "watch@probe.example";
/** The accept test. */
const ACCEPT = { until: "accept", envelope: { from: FROM, accepted: POSTMASTER } } as const;
const FROM_REFUSED = { until: "accept", envelope: { from: REFUSED_SENDER, accepted: POSTMASTER } } as const;

const CERTIFICATE_REASONS: Record<CertificateKind, ReasonCode | null> = {
  good: null,
  expired: "tls.expired",
  "not yet valid": "tls.not-yet-valid",
  "wrong name": "tls.name",
  "self-signed": "tls.self-signed",
  "untrusted root": "tls.untrusted",
  "missing intermediate": "tls.incomplete",
  "weak key": "tls.weak-certificate",
};
/** How each server lets people log in. */
const MECHANISMS: Record<ServerName, readonly Mechanism[]> = {
  Postfix: ["best", "PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-256", "XOAUTH2"],
  Exim: ["best", "PLAIN", "LOGIN", "CRAM-MD5"],
  OpenSMTPD: ["best", "PLAIN", "LOGIN"],
};
const TLS_MODES = ["starttls-required", "implicit", "starttls"] as const satisfies TlsMode[];
const doorFor = (kind: CertificateKind, tls: TlsMode) => `${kind}, ${tls === "implicit" ? "implicit" : "starttls"}` as const;

describe.skipIf(isLeftOut(whyNoRealServers()))("the probe meets", { timeout: 60_000 }, () => {
  let all: RealServers;
  beforeAll(async () => {
    all = await startRealServers();
  }, 60_000);
  afterAll(() => all?.remove());
  const root = () => all.certificates.root;

  describe.each(SERVERS)("a real %s", (name) => {
    test.each(CERTIFICATES.flatMap((kind) => TLS_MODES.map((tls) => [kind, tls] as const)))(
      "whose certificate is %s, with %s",
      async (kind, tls) => {
        const result = await probeReal(all.servers[name], doorFor(kind, tls), root(), { tls });
        const code = CERTIFICATE_REASONS[kind];
        const isOnlyDegraded = tls === "starttls" || kind === "weak key";
        expect(result.reason?.code ?? null).toBe(code);
        expect(result.status).toBe(code === null ? "up" : isOnlyDegraded ? "degraded" : "down");
      },
    );

    test.each(CERTIFICATES)("and sees what OpenSSL sees of a certificate that is: %s", async (kind) => {
      const server = all.servers[name];
      const { facts } = await probeReal(server, `${kind}, implicit`, root(), { tls: "implicit" });
      const seen = await askOpenssl(server.address, server.ports[`${kind}, implicit`], "implicit", SERVER_NAME, all.rootFile);
      expect(facts.tls?.protocol).toBe(seen.protocol);
      expect(facts.tls?.cipher).toBe(seen.cipher);
      const { names, issuer, notBefore, notAfter, fingerprint256, key, chain } = facts.certificate!;
      const { keyBits, chainLength, ...certificate } = seen;
      expect(certificate).toMatchObject({ names, issuer, notBefore, notAfter, fingerprint256 });
      expect(key?.bits).toBe(keyBits);
      expect(chain).toHaveLength(chainLength - 1);
    });

    test.each(["none", "starttls", "implicit"] as const)("and hears what swaks hears, with TLS: %s", async (tls) => {
      const server = all.servers[name];
      const door = doorFor("good", tls);
      const { facts, stages } = await probeReal(server, door, root(), { tls, ...ACCEPT });
      const heard = await runSwaks(server.address, server.ports[door], tls, "RCPT", ["--from", FROM, "--to", POSTMASTER]);
      const [, ...offers] = heard.findLast((reply) => reply.startsWith(`250 ${SERVER_NAME}`))!.split("\n");
      expect(facts.capabilities).toEqual(offers);
      expect(`220 ${withoutTime(facts.banner!)}`).toBe(withoutTime(heard[0]!));
      expect(stages.flatMap(({ reply }) => reply?.code ?? [])).toEqual(heard.map((reply) => Number(reply.slice(0, 3))));
    });

    test.each<[string, SmtpTarget["envelope"], ReasonCode | null]>([
      ["one who is there, and one who is not", { from: FROM, accepted: POSTMASTER, refused: NOBODY }, null],
      ["nobody", { from: FROM, accepted: NOBODY }, "rcpt.reply"],
      ["one who should not be", { from: "", refused: POSTMASTER }, "rcpt.not-refused"],
    ])("and names as recipient: %s", async (_, envelope, code) => {
      const target = { tls: "starttls-required", until: "accept", envelope } as const;
      const result = await probeReal(all.servers[name], "good, starttls", root(), target);
      expect(result.reason?.code ?? null).toBe(code);
      expect(result.status).toBe(code === null ? "up" : "down");
    });

    const logIn = (mechanism: Mechanism, secret: string, tls: TlsMode) =>
      probeReal(
        all.servers[name],
        doorFor("good", tls),
        root(),
        { tls, until: "auth", login: { mechanism, username: ACCOUNT.username } },
        { secret },
      );

    test.each(
      MECHANISMS[name].flatMap((mechanism) => (["starttls-required", "implicit"] as const).map((tls) => [mechanism, tls] as const)),
    )("where a login is right or wrong, by %s with %s", async (mechanism, tls) => {
      const right = await logIn(mechanism, mechanism === "XOAUTH2" ? all.token : ACCOUNT.password, tls);
      expect(right).toMatchObject({ status: "up", reason: null });
      expect(right.stages.find(({ stage }) => stage === "auth")?.reply?.code).toBe(235);
      const wrong = await logIn(mechanism, "wrong horse", tls);
      expect(wrong).toMatchObject({ status: "down", reason: { code: "auth.reply", reply: { code: 535 } } });
      expect(wrong.transcript.at(-1)?.text).toMatch(/^221 /);
    });
  });

  test.each<[CertificateKind, NonNullable<SmtpTarget["trust"]>, ReasonCode | null]>([
    ["expired", { except: "expired" }, null],
    ["wrong name", { except: "name" }, null],
    ["self-signed", { except: "untrusted" }, null],
    ["untrusted root", { except: "untrusted" }, null],
    ["missing intermediate", { except: "untrusted" }, null],
    ["wrong name", { except: "untrusted" }, "tls.name"],
    ["expired", { except: "name" }, "tls.expired"],
    ["good", { pin: "0".repeat(64) }, "tls.pin"],
  ])("a Postfix whose certificate is %s, where the monitor says %o", async (kind, trust, code) => {
    const result = await probeReal(all.servers.Postfix, `${kind}, starttls`, root(), { tls: "starttls-required", trust });
    expect(result.reason?.code ?? null).toBe(code);
    expect(result.status).toBe(code === null ? "up" : "down");
  });

  test("a Postfix whose authority only the monitor knows", async () => {
    const target = { tls: "starttls-required", trust: { ca: root() } } as const;
    const result = await probeReal(all.servers.Postfix, "good, starttls", root(), target, { extraCas: [] });
    expect(result).toMatchObject({ status: "up", reason: null });
  });

  const policies: [PolicyDoor, Partial<SmtpTarget>, string, ReasonCode | null, RegExp?][] = [
    ["no TLS", { tls: "starttls" }, "up", null],
    ["no TLS", { tls: "starttls-required" }, "down", "starttls.missing"],
    ["no TLS", { tls: "implicit" }, "down", "tls.protocol"],
    ["TLS wanted", { tls: "none" }, "up", null],
    ["TLS wanted", { tls: "none", ...ACCEPT }, "down", "mail.reply", /530 5\.7\.0 Must issue a STARTTLS command first/],
    ["TLS wanted", { tls: "starttls-required", ...ACCEPT }, "up", null],
    ["login wanted", { tls: "starttls-required", ...ACCEPT }, "down", "rcpt.reply", /554 5\.7\.1 .*Access denied/],
    ["full disk", { tls: "starttls-required" }, "up", null],
    ["full disk", { tls: "starttls-required", ...ACCEPT }, "down", "mail.reply", /452 4\.3\.1 Insufficient system storage/],
    ["greylisted with 450", ACCEPT, "degraded", "rcpt.greylisted", /450 4\.2\.0 .*Greylisted/],
    ["greylisted with 451", ACCEPT, "degraded", "rcpt.greylisted", /451 4\.7\.1 .*Greylisting/],
    ["listed", { tls: "none" }, "up", null],
    ["listed", ACCEPT, "down", "rcpt.reply", /554 5\.7\.1 Service unavailable; Client host \[127\.0\.0\.1\] blocked using/],
    ["listed, at once", { tls: "none" }, "down", "greeting.reply", /554 5\.7\.1 Service unavailable; Client host/],
    ["refused name", { ehloName: REFUSED_EHLO_NAME }, "up", null],
    ["refused name", { ehloName: REFUSED_EHLO_NAME, ...ACCEPT }, "down", "rcpt.reply", /554 5\.7\.1 .*Helo command rejected/],
    ["refused name, at once", { ehloName: REFUSED_EHLO_NAME }, "down", "ehlo.reply", /554 5\.7\.1 .*Helo command rejected/],
    ["refused sender", FROM_REFUSED, "down", "rcpt.reply", /554 5\.7\.1 .*Sender address rejected/],
    ["refused sender, at once", FROM_REFUSED, "down", "mail.reply", /554 5\.7\.1 .*Sender address rejected/],
  ];
  test.each(policies)("a Postfix with: %s (%o)", async (door, target, status, code, answer = /^$/) => {
    const result = await probeReal(all.postfix, door, root(), target);
    expect(result.reason?.code ?? null).toBe(code);
    expect(result.status).toBe(status);
    expect(answerOf(result)).toMatch(answer);
  });

  test("a Postfix that wants a login, which makes it take the mail", async () => {
    const login = { mechanism: "best", username: ACCOUNT.username } as const;
    const result = await probeReal(
      all.postfix,
      "login wanted",
      root(),
      { tls: "starttls-required", login, ...ACCEPT },
      { secret: ACCOUNT.password },
    );
    expect(result).toMatchObject({ status: "up", reason: null });
  });

  test("a Postfix that refuses a login, and asks it once and never again", async () => {
    const refusals = async () => (await all.postfix.log()).match(/SASL .* authentication failed/g)?.length ?? 0;
    const before = await refusals();
    const target = { tls: "starttls-required", until: "auth", login: { mechanism: "best", username: ACCOUNT.username } } as const;
    const first = await probeReal(all.postfix, "login wanted", root(), target, { secret: "wrong horse" });
    await untilSo(refusals, (count) => count > before, 5_000); // its log comes a little later
    const memory = { hasOfferedStarttls: true, isLoginRefused: true };
    const second = await probeReal(all.postfix, "login wanted", root(), target, { secret: "wrong horse", memory });
    expect([first.reason?.code, second.reason?.code]).toEqual(["auth.reply", "auth.stopped"]);
    expect((await refusals()) - before).toBe(1);
  });

  test("a Postfix that no longer offers STARTTLS", async () => {
    const memory = { hasOfferedStarttls: true, isLoginRefused: false };
    const result = await probeReal(all.postfix, "no TLS", root(), { tls: "starttls" }, { memory });
    expect(result).toMatchObject({ status: "degraded", reason: { code: "starttls.vanished" } });
  });

  test("a Postfix that would take a login in the clear, and gets none", async () => {
    const login = { mechanism: "PLAIN", username: ACCOUNT.username } as const;
    const result = await probeReal(
      all.postfix,
      "login in the clear",
      root(),
      { tls: "starttls", until: "auth", login },
      { secret: ACCOUNT.password },
    );
    expect(result).toMatchObject({ status: "degraded", reason: { code: "auth.cleartext" } });
    expect(result.transcript.filter(({ direction, text }) => direction === "sent" && /^AUTH/i.test(text))).toEqual([]);
  });

  test("a postscreen that makes it wait, and does so in silence", async () => {
    const result = await probeReal(all.postfix, "postscreen", root(), { tls: "starttls-required", ...ACCEPT });
    expect(result).toMatchObject({ status: "up", reason: null, warnings: [] });
    expect(result.stages.find(({ stage }) => stage === "greeting")!.ms).toBeGreaterThan(5_900);
    expect(result.transcript.filter(({ direction }) => direction === "received")[0]?.text).toBe(`220-${SERVER_NAME} ESMTP Postfix`);
  });

  test("a Postfix that greylists, and lets it in when it comes again", async () => {
    const patient = { until: "accept", envelope: { from: "patient@probe.example", accepted: POSTMASTER } } as const;
    const first = await probeReal(all.postfix, "greylisted with 450", root(), patient);
    expect(first.reason?.code).toBe("rcpt.greylisted");
    expect(first.retryAt! - first.startedAt).toBeGreaterThanOrEqual(300_000);
    all.letIn("patient@probe.example");
    expect(await probeReal(all.postfix, "greylisted with 450", root(), patient)).toMatchObject({ status: "up", reason: null });
  });

  test("an Exim whose spool has too little room", async () => {
    const result = await probeReal(all.ailingExim, "starttls", root(), ACCEPT);
    expect(result).toMatchObject({ status: "down", reason: { code: "mail.reply", reply: { code: 452 } } });
  });

  test.each([
    ["starttls-required", /^starttls\.reply$/, "down"],
    ["starttls", /^starttls\.reply$/, "degraded"],
    ["implicit", /^tls\.(closed|reset)$/, "down"],
  ] as const)("an Exim whose certificate cannot be read, with %s", async (tls, code, status) => {
    const result = await probeReal(all.ailingExim, tls === "implicit" ? "implicit" : "starttls", root(), { tls });
    expect(result).toMatchObject({ status, reason: { code: expect.stringMatching(code) } });
  });
});

/** The first line of the reply that a check failed for. */
function answerOf({ reason }: CheckResult): string {
  if (!reason?.reply) return "";
  const { code, enhanced, lines } = reason.reply;
  return `${code} ${enhanced} ${lines[0]!.replace(`${enhanced} `, "")}`;
}

/** Exim's banner tells the time. */
function withoutTime(banner: string): string {
  return banner.replace(/\d\d:\d\d:\d\d/, "");
}
