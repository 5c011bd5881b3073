import { makeAuthority, makeCertificate } from "#testing/certificates.ts";
import { ehloAnswered } from "#testing/server/dialogues/ehlo-answered.ts";
import { starttlsAnswered } from "#testing/server/dialogues/starttls-answered.ts";
import { starttlsGarbage } from "#testing/server/dialogues/starttls-garbage.ts";
import { starttlsGood } from "#testing/server/dialogues/starttls-good.ts";
import { starttlsThen } from "#testing/server/dialogues/starttls-then.ts";
import { close, heard, hold, repeat, reset, send } from "#testing/server/steps.ts";
import { type Behaviour, isDegraded, isDown, isUp } from "./behaviour.ts";

/** Trusted by every check of the corpus. */
export const CORPUS_AUTHORITY = makeAuthority();
const trusted = makeCertificate({ names: ["127.0.0.1", "localhost"], issuer: CORPUS_AUTHORITY });

const required = { tls: "starttls-required" } as const;
const optional = { tls: "starttls" } as const;
const REFUSALS = [454, 500, 501, 221];

/** From the offer of STARTTLS to the first byte inside TLS. */
export const STARTTLS: Behaviour[] = [
  { row: "H00", what: "a good server with STARTTLS", dialogue: starttlsGood(trusted), target: required, ...isUp },
  {
    row: "H23",
    what: "does not offer STARTTLS where it is required",
    dialogue: ehloAnswered("250-mx.example\r\n250 SIZE\r\n"),
    target: required,
    ...isDown("starttls.missing"),
  },
  {
    row: "H23",
    what: "does not offer STARTTLS where it is not required",
    dialogue: ehloAnswered("250-mx.example\r\n250 SIZE\r\n"),
    target: optional,
    ...isUp,
  },
  ...REFUSALS.map((code) => ({
    row: "H24",
    what: `answers STARTTLS with ${code} where it is required`,
    dialogue: starttlsAnswered(`${code} not now\r\n`),
    target: required,
    ...isDown("starttls.reply"),
  })),
  ...REFUSALS.map((code) => ({
    row: "H24",
    what: `answers STARTTLS with ${code} where it is not required`,
    dialogue: starttlsAnswered(`${code} not now\r\n`),
    target: optional,
    ...isDegraded("starttls.reply"),
  })),
  { row: "H25", what: "sends garbage for a handshake", dialogue: starttlsGarbage, target: required, ...isDown("tls.protocol") },
  { row: "H26", what: "is silent for a handshake", dialogue: starttlsThen(hold), target: required, ...isDown("tls.timeout") },
  {
    row: "H26",
    what: "sends a handshake a byte at a time",
    dialogue: starttlsThen(heard, send("\x16\x03\x03\x00\x7a"), repeat("\x02", 100)),
    target: required,
    ...isDown("tls.timeout"),
  },
  { row: "H31", what: "closes in the handshake", dialogue: starttlsThen(heard, close), target: required, ...isDown("tls.closed") },
  { row: "H31", what: "resets in the handshake", dialogue: starttlsThen(heard, reset), target: required, ...isDown("tls.reset") },
  {
    row: "H27",
    what: "slips a reply in with its 220",
    dialogue: starttlsGood(trusted, "250-FORGED\r\n250 AUTH PLAIN\r\n"),
    target: required,
    ...isDegraded("starttls.injection"),
  },
  {
    row: "H28",
    what: "slips a piece of a line in with its 220",
    dialogue: starttlsGood(trusted, "250 FORG"),
    target: required,
    ...isDegraded("starttls.injection"),
  },
];
