import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Mechanism } from "#core/login.ts";
import type { ImapTarget } from "#core/monitor.ts";
import { isLeftOut } from "#testing/is-left-out.ts";
import { ACCOUNT } from "#testing/real/door.ts";
import { type DovecotMail, startDovecotMail, whyNoDovecotMail } from "#testing/real/dovecot-mail.ts";
import { probeReal } from "#testing/real/probe-real.ts";
import { makeServerCertificates } from "#testing/real/server-certificates.ts";
import type { ProbeOptions } from "./probe.ts";

const MODES = ["starttls-required", "implicit"] as const;
const MECHANISMS = ["best", "PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-256", "XOAUTH2"] as const satisfies readonly Mechanism[];

describe.skipIf(isLeftOut(whyNoDovecotMail()))("the probe meets a real Dovecot by IMAP", { timeout: 30_000 }, () => {
  const certificates = makeServerCertificates();
  let dovecot: DovecotMail;
  beforeAll(async () => {
    dovecot = await startDovecotMail(certificates.shown.good);
  }, 30_000);
  afterAll(() => dovecot?.remove());

  const probe = (target: Partial<ImapTarget>, options: Partial<ProbeOptions> = {}) =>
    probeReal(dovecot, target.tls === "implicit" ? "imaps" : "imap", certificates.root, { kind: "imap", ...target }, options);
  const logIn = (tls: ImapTarget["tls"], mechanism: Mechanism, secret: string, options: Partial<ProbeOptions> = {}) =>
    probe({ tls, until: "select", login: { mechanism, username: ACCOUNT.username } }, { secret, ...options });

  test("in the clear", async () => {
    const result = await probe({ tls: "none" });
    expect(result).toMatchObject({ status: "up", reason: null, warnings: [], facts: { banner: "Dovecot (Debian) ready." } });
    expect(result.facts.capabilities).toEqual(expect.arrayContaining(["IMAP4rev1", "STARTTLS", "LOGINDISABLED"]));
  });

  test("with STARTTLS, and what it offers changes", async () => {
    const result = await probe({
      tls: "starttls-required",
      expect: { offers: ["STARTTLS", "AUTH=PLAIN"], offersNotInClear: ["AUTH=PLAIN"] },
    });
    expect(result).toMatchObject({ status: "up", reason: null, warnings: [] });
    expect(result.facts.capabilities).not.toContain("STARTTLS");
  });

  test.concurrent.each(MODES.flatMap((tls) => MECHANISMS.map((mechanism) => [mechanism, tls] as const)))(
    "and logs in by %s with %s, right and wrong",
    async (mechanism, tls) => {
      const right = await logIn(tls, mechanism, mechanism === "XOAUTH2" ? dovecot.token : ACCOUNT.password);
      expect(right).toMatchObject({ status: "up", reason: null, warnings: [] });
      expect(right.stages.slice(-3).map(({ stage, reply }) => `${stage} ${reply?.code}`)).toEqual([
        "login OK",
        "select OK",
        "logout OK",
      ]);
      const wrong = await logIn(tls, mechanism, "wrong horse");
      expect(wrong).toMatchObject({
        status: "down",
        reason: { code: "login.reply", reply: { code: "NO", enhanced: "AUTHENTICATIONFAILED" } },
      });
      expect(wrong.stages.at(-1)).toMatchObject({ stage: "logout", reply: { code: "OK" } });
    },
  );

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

  test.each([
    ["Archive", "select.missing"],
    ['Entwürfe "2026" & more', "select.missing"],
  ])("that has no folder %s", async (folder, code) => {
    const login = { mechanism: "best", username: ACCOUNT.username } as const;
    const result = await probe({ tls: "implicit", until: "select", folder, login }, { secret: ACCOUNT.password });
    expect(result).toMatchObject({ status: "down", reason: { code, stage: "select", reply: { code: "NO" } } });
  });

  test("whose certificate nobody knows", async () => {
    const result = await probe({ tls: "implicit" }, { extraCas: [] });
    expect(result).toMatchObject({ status: "down", reason: { code: expect.stringMatching(/^tls\.(untrusted|incomplete)$/) } });
  });
});
