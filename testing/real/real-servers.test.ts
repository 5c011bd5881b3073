import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isLeftOut } from "../is-left-out.ts";
import { askOpenssl } from "./ask-openssl.ts";
import { ACCOUNT, MAIL_DOMAIN, SERVER_NAME } from "./door.ts";
import { type PolicyDoor, REFUSED_EHLO_NAME, REFUSED_SENDER } from "./policy-doors.ts";
import { type CertificateDoor, type RealServers, SERVERS, startRealServers, whyNoRealServers } from "./real-servers.ts";
import { runSwaks } from "./run-swaks.ts";
import { CERTIFICATES, type CertificateKind } from "./server-certificates.ts";

/** That the real servers are set up as they say, seen with clients that are not ours. */

const VERDICTS: Record<CertificateKind, string> = {
  good: "ok",
  expired: "certificate has expired",
  "not yet valid": "certificate is not yet valid",
  "wrong name": "hostname mismatch",
  "self-signed": "self-signed certificate",
  "untrusted root": "self-signed certificate in certificate chain",
  "missing intermediate": "unable to verify the first certificate",
  "weak key": "EE certificate key too weak",
};
const TLS_MODES = ["starttls", "implicit"] as const;

describe.skipIf(isLeftOut(whyNoRealServers()))("the real servers", { timeout: 60_000 }, () => {
  let all: RealServers;
  beforeAll(async () => {
    all = await startRealServers();
  }, 60_000);
  afterAll(() => all?.remove());

  describe.each(SERVERS)("%s", (name) => {
    const at = (door: CertificateDoor) => ({ address: all.servers[name].address, port: all.servers[name].ports[door] });

    test.each(CERTIFICATES.flatMap((kind) => TLS_MODES.map((tls) => [kind, tls] as const)))(
      "shows a certificate that is %s, with %s",
      async (kind, tls) => {
        const { address, port } = at(`${kind}, ${tls}`);
        const findings = await askOpenssl(address, port, tls, SERVER_NAME, all.rootFile);
        expect(findings).toMatchObject({ verdict: VERDICTS[kind], protocol: "TLSv1.3", keyBits: kind === "weak key" ? 1024 : 256 });
      },
    );

    const mechanisms = name === "OpenSMTPD" ? ["PLAIN", "LOGIN"] : ["PLAIN", "LOGIN", "CRAM-MD5"];
    test.each(mechanisms.flatMap((mechanism) => TLS_MODES.map((tls) => [mechanism, tls] as const)))(
      "lets the right password in and a wrong one not, by %s with %s",
      async (mechanism, tls) => {
        const { address, port } = at(`good, ${tls}`);
        const login = (password: string) =>
          runSwaks(address, port, tls, "AUTH", ["--auth", mechanism, "--auth-user", ACCOUNT.username, "--auth-password", password]);
        expect((await login(ACCOUNT.password)).at(-2)).toMatch(/^235 /);
        expect((await login("wrong horse")).at(-2)).toMatch(/^535 /);
      },
    );

    test("offers no login in the clear", async () => {
      const { address, port } = at("good, starttls");
      const [, ehlo] = await runSwaks(address, port, "none", "HELO");
      expect(ehlo).toMatch(/^STARTTLS$/m);
      expect(ehlo).not.toContain("AUTH");
    });

    test("takes mail for its postmaster, and for nobody else", async () => {
      const { address, port } = at("good, starttls");
      const mailTo = (mailbox: string) => runSwaks(address, port, "starttls", "RCPT", ["--to", `${mailbox}@${MAIL_DOMAIN}`]);
      expect((await mailTo("postmaster")).at(-2)).toMatch(/^250 /);
      expect((await mailTo("nobody")).at(-2)).toMatch(/^550 /);
    });
  });

  const policies: [PolicyDoor, RegExp, string[]?][] = [
    ["no TLS", /^250 2\.1\.5 Ok/],
    ["TLS wanted", /^530 5\.7\.0 Must issue a STARTTLS command first/],
    ["login wanted", /^554 5\.7\.1 .*Client host rejected: Access denied/],
    ["full disk", /^452 4\.3\.1 Insufficient system storage/],
    ["greylisted with 450", /^450 4\.2\.0 .*Greylisted/],
    ["greylisted with 451", /^451 4\.7\.1 .*Greylisting in action/],
    ["listed", /^554 5\.7\.1 Service unavailable; Client host \[127\.0\.0\.1\] blocked using list\.ehlowatch\.test/],
    ["refused name", /^554 5\.7\.1 <refused\.example>: Helo command rejected/, ["--ehlo", REFUSED_EHLO_NAME]],
    ["refused sender", /^554 5\.7\.1 <refused@probe\.example>: Sender address rejected/, ["--from", REFUSED_SENDER]],
  ];
  const answers = (door: PolicyDoor, more: string[] = []) =>
    runSwaks(all.postfix.address, all.postfix.ports[door], "none", "RCPT", ["--to", `postmaster@${MAIL_DOMAIN}`, ...more]);

  test.each(policies)("Postfix answers a mail as set up where there is: %s", async (door, last, more) => {
    expect((await answers(door, more)).at(-2)).toMatch(last);
  });

  const impatient: [PolicyDoor, RegExp, number, string[]?][] = [
    ["listed, at once", /^554 5\.7\.1 Service unavailable/, 0],
    ["refused name, at once", /^554 5\.7\.1 <refused\.example>: Helo command rejected/, 1, ["--ehlo", REFUSED_EHLO_NAME]],
    ["refused sender, at once", /^554 5\.7\.1 <refused@probe\.example>: Sender/, 2, ["--from", REFUSED_SENDER]],
  ];
  test.each(impatient)("Postfix does not wait for the recipient where it is: %s", async (door, answer, index, more) => {
    expect((await answers(door, more))[index]).toMatch(answer);
  });

  test("postscreen greets in two parts, 6 s apart", async () => {
    const startedAt = performance.now();
    const said = await answers("postscreen");
    expect(performance.now() - startedAt).toBeGreaterThan(5_900);
    expect(said[0]).toBe(`220 ${SERVER_NAME} ESMTP Postfix\n${SERVER_NAME} ESMTP Postfix`);
    expect(said.at(-2)).toMatch(/^250 2\.1\.5 Ok/);
  });

  test("postscreen turns away who speaks before the greeting is whole", async () => {
    const socket = connect(all.postfix.ports.postscreen, all.postfix.address);
    await once(socket, "connect");
    socket.write("EHLO hasty.example\r\nMAIL FROM:<>\r\nRCPT TO:<postmaster@ehlowatch.test>\r\nQUIT\r\n");
    expect(await text(socket)).toMatch(/^550 5\.5\.1 Protocol error/m);
  });

  test("Exim answers 452 where its spool has too little room", async () => {
    const { address, ports } = all.ailingExim;
    const said = await runSwaks(address, ports.starttls, "none", "RCPT", ["--to", `postmaster@${MAIL_DOMAIN}`]);
    expect(said.at(-2)).toMatch(/^452 space shortage/i);
  });

  test("who was greylisted is let in later", async () => {
    const sender = "patient@probe.example";
    expect((await answers("greylisted with 450", ["--from", sender])).at(-2)).toMatch(/^450 /);
    all.letIn(sender);
    expect((await answers("greylisted with 450", ["--from", sender])).at(-2)).toMatch(/^250 /);
  });
});
