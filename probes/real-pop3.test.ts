import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Mechanism } from "#core/login.ts";
import type { Pop3Target } from "#core/monitor.ts";
import { isLeftOut } from "#testing/is-left-out.ts";
import { ACCOUNT } from "#testing/real/door.ts";
import { type DovecotMail, startDovecotMail, whyNoDovecotMail } from "#testing/real/dovecot-mail.ts";
import { probeReal } from "#testing/real/probe-real.ts";
import { makeServerCertificates } from "#testing/real/server-certificates.ts";
import type { ProbeOptions } from "./probe.ts";

const MODES = ["starttls-required", "implicit"] as const;
const MECHANISMS = ["best", "PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-256", "XOAUTH2"] as const satisfies readonly Mechanism[];

describe.skipIf(isLeftOut(whyNoDovecotMail()))("the probe meets a real Dovecot by POP3", { timeout: 30_000 }, () => {
  const certificates = makeServerCertificates();
  let dovecot: DovecotMail;
  beforeAll(async () => {
    dovecot = await startDovecotMail(certificates.shown.good);
  }, 30_000);
  afterAll(() => dovecot?.remove());

  const probe = (target: Partial<Pop3Target>, options: Partial<ProbeOptions> = {}) =>
    probeReal(dovecot, target.tls === "implicit" ? "pop3s" : "pop3", certificates.root, { kind: "pop3", ...target }, options);
  const logIn = (tls: Pop3Target["tls"], mechanism: Mechanism, secret: string, options: Partial<ProbeOptions> = {}) =>
    probe({ tls, until: "list", login: { mechanism, username: ACCOUNT.username } }, { secret, ...options });

  test("in the clear", async () => {
    const result = await probe({ tls: "none" });
    expect(result).toMatchObject({ status: "up", reason: null, warnings: [], facts: { banner: "Dovecot (Debian) ready." } });
    expect(result.facts.capabilities).toEqual(expect.arrayContaining(["STLS", "UIDL", "AUTH-RESP-CODE"]));
  });

  test("with STLS, and what it offers changes", async () => {
    const result = await probe({ tls: "starttls-required", expect: { offers: ["STLS", "USER"], offersNotInClear: ["USER"] } });
    expect(result).toMatchObject({ status: "up", reason: null, warnings: [] });
    expect(result.facts.capabilities).not.toContain("STLS");
  });

  test.concurrent.each(MODES.flatMap((tls) => MECHANISMS.map((mechanism) => [mechanism, tls] as const)))(
    "and logs in by %s with %s, right and wrong",
    async (mechanism, tls) => {
      const right = await logIn(tls, mechanism, mechanism === "XOAUTH2" ? dovecot.token : ACCOUNT.password);
      expect(right).toMatchObject({ status: "up", reason: null, warnings: [] });
      expect(right.stages.slice(-3).map(({ stage, reply }) => `${stage} ${reply?.code}`)).toEqual([
        "login +OK",
        "list +OK",
        "quit +OK",
      ]);
      const wrong = await logIn(tls, mechanism, "wrong horse");
      expect(wrong).toMatchObject({ status: "down", reason: { code: "login.reply", reply: { code: "-ERR", enhanced: "AUTH" } } });
      expect(wrong.stages.at(-1)).toMatchObject({ stage: "quit", reply: { code: "+OK" } });
    },
  );

  test("that takes a password by USER and PASS, right and wrong", async () => {
    const plainOnly = await startDovecotMail(certificates.shown.good, undefined, "auth_mechanisms = plain\n");
    onTestFinished(() => plainOnly.remove());
    const login = { mechanism: "LOGIN", username: ACCOUNT.username } as const;
    const byUser = (secret: string) =>
      probeReal(plainOnly, "pop3s", certificates.root, { kind: "pop3", tls: "implicit", until: "list", login }, { secret });
    const right = await byUser(ACCOUNT.password);
    expect(right).toMatchObject({ status: "up", reason: null, warnings: [] });
    expect(right.transcript.map(({ text }) => text)).toEqual(
      expect.arrayContaining([`USER ${ACCOUNT.username}`, "PASS [redacted]"]),
    );
    expect((await byUser("wrong horse")).reason).toMatchObject({ code: "login.reply", reply: { code: "-ERR", enhanced: "AUTH" } });
  });

  test("that refuses a login, and asks it once and never again", async () => {
    const memory = { hasOfferedStarttls: true, isLoginRefused: true };
    const result = await logIn("starttls-required", "best", "wrong horse", { memory });
    expect(result).toMatchObject({ status: "down", reason: { code: "login.stopped" } });
    expect(result.transcript.filter(({ stage, direction }) => stage === "login" && direction === "sent")).toEqual([]);
  });

  test("that takes no password in the clear, and gets none", async () => {
    const login = { mechanism: "best", username: ACCOUNT.username } as const;
    const result = await probe({ tls: "none", until: "login", login }, { secret: ACCOUNT.password });
    expect(result).toMatchObject({ status: "down", reason: { code: "login.unavailable" } });
  });

  test("whose certificate nobody knows", async () => {
    const result = await probe({ tls: "implicit" }, { extraCas: [] });
    expect(result).toMatchObject({ status: "down", reason: { code: expect.stringMatching(/^tls\.(untrusted|incomplete)$/) } });
  });
});
