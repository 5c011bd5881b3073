import { IMAP_OFFERED, imapOffering, imapStarttlsGood, imapStarttlsThen } from "#testing/server/dialogues/imap.ts";
import { closeWithoutTls, expect, heard, hold, send } from "#testing/server/steps.ts";
import { isDegraded, isDown, isUp } from "../behaviour.ts";
import { TRUSTED } from "../certificates.ts";
import type { ImapBehaviour } from "./imap-behaviour.ts";

const required = { tls: "starttls-required" } as const;
const optional = { tls: "starttls" } as const;

/** From the offer of STARTTLS to the first byte inside TLS. */
export const STARTTLS: ImapBehaviour[] = [
  { row: "H00", what: "a good server with STARTTLS", dialogue: imapStarttlsGood(TRUSTED), target: required, ...isUp },
  { row: "H23", what: "does not offer STARTTLS where it is required", dialogue: imapOffering(IMAP_OFFERED), target: required, ...isDown("starttls.missing") }, // prettier-ignore
  {
    row: "H23",
    what: "does not offer STARTTLS where it is not required",
    dialogue: imapOffering(IMAP_OFFERED),
    target: optional,
    ...isUp,
  },
  {
    row: "H23",
    what: "offers STARTTLS no more",
    dialogue: imapOffering(IMAP_OFFERED),
    target: optional,
    memory: { hasOfferedStarttls: true, isLoginRefused: false },
    ...isDegraded("starttls.vanished"),
  },
  ...([required, optional] as const).map((target) => ({
    row: "H24",
    what: `answers STARTTLS with NO (${target.tls})`,
    dialogue: imapOffering(["IMAP4rev1", "STARTTLS"], expect(/^a2 STARTTLS$/), send("a2 NO [UNAVAILABLE] no key\r\n")),
    target,
    ...(target === required ? isDown("starttls.reply") : isDegraded("starttls.reply")),
  })),
  { row: "H25", what: "sends garbage for a handshake", dialogue: imapStarttlsThen("", heard, send("* BAD never mind\r\n"), hold), target: required, ...isDown("tls.protocol") }, // prettier-ignore
  { row: "H30", what: "offers one thing before TLS and another in it", dialogue: imapStarttlsGood(TRUSTED), target: { ...required, expect: { offers: ["AFTER", "STARTTLS"], offersNot: ["BEFORE"] } }, ...isUp }, // prettier-ignore
  ...["* CAPABILITY IMAP4rev1 FORGED\r\na3 OK done\r\n", "* CAPABILITY FORG"].map((injected) => ({
    row: "H51",
    what: `slips ${JSON.stringify(injected)} in with its answer to STARTTLS`,
    dialogue: imapStarttlsGood(TRUSTED, injected),
    target: { ...required, expect: { offers: ["AFTER"], offersNot: ["FORGED"] } },
    ...isDegraded("starttls.injection"),
  })),
  {
    row: "H51",
    what: "slips an answer in before its side of the handshake",
    dialogue: imapStarttlsThen("", heard, send("* CAPABILITY FORGED\r\na3 OK\r\n"), hold),
    target: required,
    ...isDown("tls.protocol"),
  },
  {
    row: "H31",
    what: "closes the connection and not its TLS",
    dialogue: [...imapStarttlsGood(TRUSTED).slice(0, -1), closeWithoutTls],
    target: required,
    warning: /close_notify/,
    ...isUp,
  },
];
