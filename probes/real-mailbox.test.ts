import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Mechanism } from "#core/monitor/login.ts";
import type { ImapTarget, Pop3Target, TlsMode } from "#core/monitor/monitor.ts";
import { isLeftOut } from "#testing/is-left-out.ts";
import { ACCOUNT } from "#testing/real/door.ts";
import { type DovecotMail, startDovecotMail, whyNoDovecotMail } from "#testing/real/dovecot-mail.ts";
import { probeReal } from "#testing/real/probe-real.ts";
import { makeServerCertificates } from "#testing/real/server-certificates.ts";
import type { ProbeOptions } from "./probe.ts";

const MODES = ["starttls-required", "implicit"] as const;
const MECHANISMS = ["best", "PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-256", "XOAUTH2"] as const satisfies readonly Mechanism[];
const LOGIN = { mechanism: "best", username: ACCOUNT.username } as const;

/** What is asked of both protocols alike. */
type Common = Partial<Omit<ImapTarget, "kind">> & Partial<Omit<Pop3Target, "kind">>;

/** What a real Dovecot says by each protocol. */
const KINDS = [
  {
    kind: "imap",
    until: "select",
    inClear: ["IMAP4rev1", "STARTTLS", "LOGINDISABLED"],
    inTls: { command: "STARTTLS", offers: "AUTH=PLAIN" },
    ends: ["login OK", "select OK", "logout OK"],
    refusal: { code: "NO", enhanced: "AUTHENTICATIONFAILED" },
    farewell: { stage: "logout", reply: { code: "OK" } },
  },
  {
    kind: "pop3",
    until: "list",
    inClear: ["STLS", "UIDL", "AUTH-RESP-CODE"],
    inTls: { command: "STLS", offers: "USER" },
    ends: ["login +OK", "list +OK", "quit +OK"],
    refusal: { code: "-ERR", enhanced: "AUTH" },
    farewell: { stage: "quit", reply: { code: "+OK" } },
  },
] as const;

describe.skipIf(isLeftOut(whyNoDovecotMail()))("the probe meets a real Dovecot", { timeout: 30_000 }, () => {
  const certificates = makeServerCertificates();
  let dovecot: DovecotMail;
  beforeAll(async () => {
    dovecot = await startDovecotMail(certificates.shown.good);
  }, 30_000);
  afterAll(() => dovecot?.remove());

  describe.each(KINDS)("by $kind", ({ kind, until, inClear, inTls, ends, refusal, farewell }) => {
    const probe = (target: Common, options: Partial<ProbeOptions> = {}) =>
      probeReal(dovecot, target.tls === "implicit" ? `${kind}s` : kind, certificates.root, { kind, ...target }, options);
    const logIn = (tls: TlsMode, mechanism: Mechanism, secret: string, options: Partial<ProbeOptions> = {}) => {
      const login = { mechanism, username: ACCOUNT.username };
      return probe({ tls, until, login } as Common, { secret, ...options });
    };

    test("in the clear", async () => {
      const result = await probe({ tls: "none" });
      expect(result).toMatchObject({ status: "up", reason: null, warnings: [], facts: { banner: "Dovecot (Debian) ready." } });
      expect(result.facts.capabilities).toEqual(expect.arrayContaining([...inClear]));
    });

    test("with STARTTLS or STLS, and what it offers changes", async () => {
      const { command, offers } = inTls;
      const result = await probe({
        tls: "starttls-required",
        expect: { offers: [command, offers], offersNotInClear: [offers] },
      });
      expect(result).toMatchObject({ status: "up", reason: null, warnings: [] });
      expect(result.facts.capabilities).not.toContain(command);
    });

    test.concurrent.each(MODES.flatMap((tls) => MECHANISMS.map((mechanism) => [mechanism, tls] as const)))(
      "and logs in by %s with %s, right and wrong",
      async (mechanism, tls) => {
        const right = await logIn(tls, mechanism, mechanism === "XOAUTH2" ? dovecot.token : ACCOUNT.password);
        expect(right).toMatchObject({ status: "up", reason: null, warnings: [] });
        expect(right.stages.slice(-3).map(({ stage, reply }) => `${stage} ${reply?.code}`)).toEqual(ends);
        const wrong = await logIn(tls, mechanism, "wrong horse");
        expect(wrong).toMatchObject({ status: "down", reason: { code: "login.reply", reply: refusal } });
        expect(wrong.stages.at(-1)).toMatchObject(farewell);
      },
    );

    test("that refuses a login, and asks it once and never again", async () => {
      const memory = { hasOfferedStarttls: true, isLoginRefused: true };
      const result = await logIn("starttls-required", "best", "wrong horse", { memory });
      expect(result).toMatchObject({ status: "down", reason: { code: "login.stopped" } });
      expect(result.transcript.filter(({ stage, direction }) => stage === "login" && direction === "sent")).toEqual([]);
    });

    test("that takes no password in the clear, and gets none", async () => {
      const result = await probe({ tls: "none", until: "login", login: LOGIN }, { secret: ACCOUNT.password });
      expect(result).toMatchObject({ status: "down", reason: { code: "login.unavailable" } });
    });

    test("whose certificate nobody knows", async () => {
      const result = await probe({ tls: "implicit" }, { extraCas: [] });
      expect(result).toMatchObject({ status: "down", reason: { code: expect.stringMatching(/^tls\.(untrusted|incomplete)$/) } });
    });
  });

  test.each([
    ["Archive", "select.missing"],
    ['Entwürfe "2026" & more', "select.missing"],
  ])("by IMAP, that has no folder %s", async (folder, code) => {
    const wanted = { kind: "imap", tls: "implicit", until: "select", folder, login: LOGIN } as const;
    const result = await probeReal(dovecot, "imaps", certificates.root, wanted, { secret: ACCOUNT.password });
    expect(result).toMatchObject({ status: "down", reason: { code, stage: "select", reply: { code: "NO" } } });
  });
});

describe.skipIf(isLeftOut(whyNoDovecotMail()))("the probe meets a real Dovecot that knows PLAIN only", { timeout: 30_000 }, () => {
  const certificates = makeServerCertificates();
  let dovecot: DovecotMail;
  beforeAll(async () => {
    dovecot = await startDovecotMail(certificates.shown.good, undefined, "auth_mechanisms = plain\n");
  }, 30_000);
  afterAll(() => dovecot?.remove());

  test("by POP3, and logs in by USER and PASS, right and wrong", async () => {
    const wanted = { kind: "pop3", tls: "implicit", until: "list", login: { ...LOGIN, mechanism: "LOGIN" } } as const;
    const byUser = (secret: string) => probeReal(dovecot, "pop3s", certificates.root, wanted, { secret });
    const right = await byUser(ACCOUNT.password);
    expect(right).toMatchObject({ status: "up", reason: null, warnings: [] });
    expect(right.transcript.map(({ text }) => text)).toEqual(
      expect.arrayContaining([`USER ${ACCOUNT.username}`, "PASS [redacted]"]),
    );
    expect((await byUser("wrong horse")).reason).toMatchObject({ code: "login.reply", reply: { code: "-ERR", enhanced: "AUTH" } });
  });
});
