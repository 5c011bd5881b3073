import { pop3Offering, stlsGood, stlsThen } from "#testing/server/dialogues/pop3.ts";
import { close, closeWithoutTls, expect, heard, hold, send } from "#testing/server/steps.ts";
import { isDegraded, isDown, isUp } from "../behaviour.ts";
import { TRUSTED } from "../certificates.ts";
import type { Pop3Behaviour } from "./pop3-behaviour.ts";
import { OFFERED } from "./pop3-behaviour.ts";

const required = { tls: "starttls-required" } as const;
const optional = { tls: "starttls" } as const;

/** From the offer of STLS to the first byte inside TLS. */
export const STLS: Pop3Behaviour[] = [
  { row: "H00", what: "a good server with STLS", dialogue: stlsGood(TRUSTED), target: required, ...isUp },
  { row: "H23", what: "does not offer STLS where it is required", dialogue: pop3Offering(OFFERED), target: required, ...isDown("stls.missing") }, // prettier-ignore
  { row: "H23", what: "does not offer STLS where it is not required", dialogue: pop3Offering(OFFERED), target: optional, ...isUp },
  {
    row: "H23",
    what: "offers STLS no more",
    dialogue: pop3Offering(OFFERED),
    target: optional,
    memory: { hasOfferedStarttls: true, isLoginRefused: false },
    ...isDegraded("stls.vanished"),
  },
  ...([required, optional] as const).map((target) => ({
    row: "H24",
    what: `answers STLS with -ERR (${target.tls})`,
    dialogue: pop3Offering(["STLS"], expect(/^STLS$/), send("-ERR [SYS/TEMP] no key\r\n")),
    target,
    ...(target === required ? isDown("stls.reply") : isDegraded("stls.reply")),
  })),
  {
    row: "H24",
    what: "is silent after STLS",
    dialogue: pop3Offering(["STLS"])
      .slice(0, -3)
      .concat(expect(/^STLS$/), hold),
    target: required,
    ...isDown("stls.timeout"),
  },
  {
    row: "H24",
    what: "closes after STLS",
    dialogue: pop3Offering(["STLS"])
      .slice(0, -3)
      .concat(expect(/^STLS$/), close),
    target: optional,
    ...isDown("stls.closed"),
  },
  { row: "H25", what: "sends garbage for a handshake", dialogue: stlsThen(heard, send("-ERR never mind\r\n"), hold), target: required, ...isDown("tls.protocol") }, // prettier-ignore
  { row: "H30", what: "offers one thing before TLS and another in it", dialogue: stlsGood(TRUSTED), target: { ...required, expect: { offers: ["AFTER", "STLS"], offersNot: ["BEFORE"] } }, ...isUp }, // prettier-ignore
  ...["+OK\r\nFORGED\r\n.\r\n", "+OK FORG"].map((injected) => ({
    row: "H51",
    what: `slips ${JSON.stringify(injected)} in with its answer to STLS`,
    dialogue: stlsGood(TRUSTED, injected),
    target: { ...required, expect: { offers: ["AFTER"], offersNot: ["FORGED"] } },
    ...isDegraded("stls.injection"),
  })),
  {
    row: "H51",
    what: "slips a reply in before its side of the handshake",
    dialogue: stlsThen(heard, send("+OK\r\nFORGED\r\n.\r\n"), hold),
    target: required,
    ...isDown("tls.protocol"),
  },
  {
    row: "H31",
    what: "closes the connection and not its TLS",
    dialogue: [...stlsGood(TRUSTED).slice(0, -1), closeWithoutTls],
    target: required,
    warning: /close_notify/,
    ...isUp,
  },
];
