import { ehloAnswered } from "#testing/server/dialogues/ehlo-answered.ts";
import { starttlsAnswered } from "#testing/server/dialogues/starttls-answered.ts";
import { starttlsGarbage } from "#testing/server/dialogues/starttls-garbage.ts";
import { starttlsGood } from "#testing/server/dialogues/starttls-good.ts";
import { starttlsLeft } from "#testing/server/dialogues/starttls-left.ts";
import { starttlsThen } from "#testing/server/dialogues/starttls-then.ts";
import { close, closeWithoutTls, expect, heard, hold, renegotiate, repeat, reset, send, startTls } from "#testing/server/steps.ts";
import type { Step } from "#testing/server/steps.ts";
import { type Behaviour, isDegraded, isDown, isUp } from "./behaviour.ts";
import { TRUSTED } from "./certificates.ts";

const rest: Step = (player) => player.wait(5);

const required = { tls: "starttls-required" } as const;
const optional = { tls: "starttls" } as const;
const FORGED = "250-FORGED\r\n250 AUTH PLAIN\r\n";
const ANEW = Array.from({ length: 50 }, () => [renegotiate, send("250-mx.example\r\n"), rest]).flat();
const REFUSALS = [454, 500, 501, 221];

/** From the offer of STARTTLS to the first byte inside TLS. */
export const STARTTLS: Behaviour[] = [
  { row: "H00", what: "a good server with STARTTLS", dialogue: starttlsGood(TRUSTED), target: required, ...isUp },
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
  {
    row: "H23",
    what: "offers STARTTLS no more",
    dialogue: ehloAnswered("250-mx.example\r\n250 SIZE\r\n"),
    target: optional,
    memory: { hasOfferedStarttls: true, isLoginRefused: false },
    ...isDegraded("starttls.vanished"),
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
    dialogue: starttlsGood(TRUSTED, "250-FORGED\r\n250 AUTH PLAIN\r\n"),
    target: required,
    ...isDegraded("starttls.injection"),
  },
  {
    row: "H28",
    what: "slips a piece of a line in with its 220",
    dialogue: starttlsGood(TRUSTED, "250 FORG"),
    target: required,
    ...isDegraded("starttls.injection"),
  },
  {
    row: "H29",
    what: "slips a reply in after its 220",
    dialogue: starttlsThen((player) => player.wait(20), send(FORGED), startTls(TRUSTED), hold),
    target: required,
    ...isDown("tls.protocol"),
  },
  {
    row: "H29",
    what: "slips a reply in before its side of the handshake",
    dialogue: starttlsThen(heard, send(FORGED), hold),
    target: required,
    ...isDown("tls.protocol"),
  },
  {
    row: "H30",
    what: "offers one thing before TLS and another in it",
    dialogue: starttlsGood(TRUSTED),
    target: { ...required, expect: { offers: ["AFTER"], offersNot: ["BEFORE"] } },
    ...isUp,
  },
  {
    row: "H31",
    what: "closes the connection and not its TLS",
    dialogue: starttlsLeft(TRUSTED, closeWithoutTls),
    target: required,
    ...isUp,
    warning: /close_notify/,
  },
  {
    row: "H31",
    what: "resets after the handshake",
    dialogue: starttlsThen(startTls(TRUSTED), expect(/^EHLO /), reset),
    target: required,
    ...isDown("ehlo-tls.reset"),
  },
  {
    row: "H39",
    what: "wants to shake hands again and again",
    dialogue: starttlsThen(startTls({ ...TRUSTED, maxVersion: "TLSv1.2" }), expect(/^EHLO /), ...ANEW, hold),
    target: required,
    ...isDown("ehlo-tls.protocol"),
  },
];
