import { expect, test } from "vitest";
import { makeAuthority, makeCertificate, type Authority, type Certificate } from "#testing/certificates.ts";
import { ehloAnswered } from "#testing/server/dialogues/ehlo-answered.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { greetingSilent } from "#testing/server/dialogues/greeting-silent.ts";
import { implicitGood } from "#testing/server/dialogues/implicit-good.ts";
import { starttlsAnswered } from "#testing/server/dialogues/starttls-answered.ts";
import { starttlsDistrusted } from "#testing/server/dialogues/starttls-distrusted.ts";
import { starttlsGarbage } from "#testing/server/dialogues/starttls-garbage.ts";
import { starttlsGood } from "#testing/server/dialogues/starttls-good.ts";
import { starttlsThen } from "#testing/server/dialogues/starttls-then.ts";
import { probePlayed } from "#testing/server/probe-played.ts";
import { close, heard, hold, reset, startTls } from "#testing/server/steps.ts";

const authority = makeAuthority();
const names = ["127.0.0.1", "localhost"];
const trusted = makeCertificate({ names, issuer: authority });
const options = { extraCas: [authority.cert], timeLimitMs: 2_000 };

const BAD_CERTIFICATES = [
  ["expired", makeCertificate({ names, issuer: authority, fromDay: -40, toDay: -3.5 }), /^expired 3 days ago, on \d{4}-\d\d-\d\d$/],
  ["not-yet-valid", makeCertificate({ names, issuer: authority, fromDay: 2 }), /^is valid only from \d{4}-\d\d-\d\d on$/],
  ["name", makeCertificate({ names: ["mx.example"], issuer: authority }), /^is for mx\.example, not for 127\.0\.0\.1$/],
  ["self-signed", makeCertificate({ names }), /^is signed by itself$/],
  ["untrusted", withRoot(makeAuthority()), /^leads to CN=Played authority, a root that is not trusted$/],
  [
    "incomplete",
    makeCertificate({ names, issuer: makeAuthority() }),
    /^was issued by CN=Played authority, which was not sent and is/,
  ],
] as const;

/** A certificate of an authority, sent with it. */
function withRoot(root: Authority): Certificate {
  const { cert, key } = makeCertificate({ names, issuer: root });
  return { cert: cert + root.cert, key };
}

test("with STARTTLS required and a good certificate the server is up, and only what it offers in TLS counts", async () => {
  const result = await probePlayed(starttlsGood(trusted), { tls: "starttls-required" }, options);
  expect(result).toMatchObject({ status: "up", reason: null, warnings: [] });
  expect(result.facts.capabilities).toEqual(["AFTER"]);
  expect(result.facts.tls).toEqual({ protocol: "TLSv1.3", cipher: expect.stringMatching(/^TLS_/) });
  expect(result.facts.certificate).toMatchObject({ subject: "CN=127.0.0.1", issuer: "CN=Played authority", names });
  expect(result.stages.map(({ stage }) => stage)).toEqual([
    "dns",
    "connect",
    "greeting",
    "ehlo",
    "starttls",
    "tls",
    "ehlo-tls",
    "quit",
  ]);
});

test("a name is asked for and verified as a name", async () => {
  const result = await probePlayed(starttlsGood(trusted), { host: "localhost", tls: "starttls-required" }, options);
  expect(result).toMatchObject({ status: "up", facts: { addresses: ["127.0.0.1", "::1"], address: "127.0.0.1" } });
});

test("implicit TLS comes before the greeting", async () => {
  const result = await probePlayed(implicitGood(trusted), { tls: "implicit" }, options);
  expect(result.status).toBe("up");
  expect(result.stages.map(({ stage }) => stage)).toEqual(["dns", "connect", "tls", "greeting", "ehlo", "quit"]);
});

test.each(BAD_CERTIFICATES)(
  "where STARTTLS is required, a certificate that is %s is down",
  async (failure, certificate, detail) => {
    const result = await probePlayed(starttlsDistrusted(certificate), { tls: "starttls-required" }, options);
    expect(result).toMatchObject({ status: "down", reason: { code: `tls.${failure}`, detail: expect.stringMatching(detail) } });
    expect(result.facts.certificate).not.toBeNull();
    expect(result.transcript.at(-1)).toMatchObject({ stage: "quit", text: "221 2.0.0 bye" });
  },
);

test.each(BAD_CERTIFICATES)(
  "where STARTTLS is used if offered, a certificate that is %s degrades",
  async (failure, certificate) => {
    const result = await probePlayed(starttlsGood(certificate), { tls: "starttls" }, options);
    expect(result).toMatchObject({ status: "degraded", reason: { code: `tls.${failure}` }, facts: { capabilities: ["AFTER"] } });
  },
);

test.each(BAD_CERTIFICATES)(
  "with implicit TLS, a certificate that is %s is down before a word is said",
  async (failure, certificate) => {
    const result = await probePlayed([startTls(certificate), hold], { tls: "implicit" }, options);
    expect(result).toMatchObject({ status: "down", reason: { code: `tls.${failure}` } });
    expect(result.transcript.some(({ direction }) => direction === "sent")).toBe(false);
  },
);

test("a certificate without alternative names names no host", async () => {
  const nameless = makeCertificate({ issuer: authority });
  const { reason } = await probePlayed(starttlsDistrusted(nameless), { tls: "starttls-required" }, options);
  expect(reason).toMatchObject({ code: "tls.name", detail: "names no host at all, not even 127.0.0.1" });
});

test.each(["starttls", "starttls-required"] as const)("with %s, a certificate that ends in 5 days degrades", async (tls) => {
  const ending = makeCertificate({ names, issuer: authority, toDay: 5.5 });
  const result = await probePlayed(starttlsGood(ending), { tls }, options);
  expect(result).toMatchObject({
    status: "degraded",
    reason: { code: "tls.expiring", detail: expect.stringMatching(/^expires in 5 days, on /) },
  });
});

test("STARTTLS that is not offered is down where it is required, and farewell is taken", async () => {
  const result = await probePlayed(ehloAnswered("250-mx.example\r\n250 SIZE\r\n"), { tls: "starttls-required" });
  expect(result).toMatchObject({ status: "down", reason: { code: "starttls.missing", stage: "starttls" } });
  expect(result.transcript.at(-1)?.text).toBe("221 bye");
});

test("STARTTLS that is not offered is no matter where it is used if offered", async () => {
  expect(await probePlayed(good, { tls: "starttls" })).toMatchObject({ status: "up", reason: null, facts: { tls: null } });
});

test.each([454, 500, 501])("STARTTLS answered with %d is down where it is required", async (code) => {
  const result = await probePlayed(starttlsAnswered(`${code} 4.7.0 no TLS\r\n`), { tls: "starttls-required" });
  expect(result).toMatchObject({ status: "down", reason: { code: "starttls.reply", reply: { code } } });
});

test("STARTTLS answered with 454 degrades where it is used if offered", async () => {
  const result = await probePlayed(starttlsAnswered("454 4.7.0 no TLS\r\n"), { tls: "starttls" });
  expect(result).toMatchObject({ status: "degraded", reason: { code: "starttls.reply", reply: { code: 454, enhanced: "4.7.0" } } });
  expect(result.transcript.find(({ failed }) => failed)?.text).toBe("454 4.7.0 no TLS");
});

test.each(["250-FORGED\r\n250 AUTH PLAIN\r\n", "250 FORG"])(
  "plaintext after the reply to STARTTLS is dropped and reported",
  async (injected) => {
    const result = await probePlayed(starttlsGood(trusted, injected), { tls: "starttls-required" }, options);
    expect(result).toMatchObject({ status: "degraded", reason: { code: "starttls.injection" } });
    expect(result.facts.capabilities).toEqual(["AFTER"]);
  },
);

test("garbage in place of a handshake is a protocol failure", async () => {
  const result = await probePlayed(starttlsGarbage, { tls: "starttls-required" }, options);
  expect(result).toMatchObject({ status: "down", reason: { code: "tls.protocol" } });
});

test.each([
  ["silence", hold, "tls.timeout"],
  ["a close", close, "tls.closed"],
  ["a reset", reset, "tls.reset"],
] as const)("%s in place of a handshake is told apart", async (_, step, code) => {
  const result = await probePlayed(starttlsThen(heard, step), { tls: "starttls" }, { ...options, timeLimitMs: 600 });
  expect(result).toMatchObject({ status: "down", reason: { code } });
});

test("implicit TLS with a server that waits for its turn to speak in the clear times out", async () => {
  expect((await probePlayed(greetingSilent, { tls: "implicit" })).reason?.code).toBe("tls.timeout");
});

test("implicit TLS with a server that greets in the clear is a protocol failure", async () => {
  expect((await probePlayed([good[0]!], { tls: "implicit" })).reason?.code).toBe("tls.protocol");
});
