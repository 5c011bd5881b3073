import type { Facts } from "#core/result.ts";
import { dialogue, type SeededDialogue } from "./dialogue.ts";
import { bye, facts, hello, reach, secured } from "./good.ts";

/** What is learned where the dialogue ends before EHLO. */
const bare = (host: string, now: number): Facts => ({
  ...facts(host, now),
  tls: null,
  certificate: null,
  banner: null,
  capabilities: [],
});

/** Checks that did not get far, or met a bad certificate. */
export const ORDINARY_TROUBLE = {
  refused: (host: string, now: number) =>
    dialogue(
      "down",
      { code: "connect.refused", stage: "connect", reply: null, detail: "ECONNREFUSED at 192.0.2.25" },
      bare(host, now),
      [
        ["note", "dns", 4.1, `${host} is 192.0.2.25`],
        ["note", "connect", 21.3, "192.0.2.25:25 refused the connection"],
      ],
    ),
  rejected: (host: string, now: number) => {
    const reply = {
      code: 554,
      enhanced: null,
      lines: [`${host} No SMTP service here`, "Your address is listed, see https://lists.example/192.0.2.1"],
    };
    return dialogue("down", { code: "greeting.reply", stage: "greeting", reply, detail: null }, bare(host, now), [
      ...reach(host),
      ["received", "greeting", 511.8, `554-${host} No SMTP service here`],
      ["received", "greeting", 0.1, "554 Your address is listed, see https://lists.example/192.0.2.1"],
      ["sent", "quit", 0.4, "QUIT"],
      ["received", "quit", 20.3, "221 Bye"],
    ]);
  },
  silent: (host: string, now: number) =>
    dialogue(
      "down",
      { code: "greeting.timeout", stage: "greeting", reply: null, detail: "Nothing came within 15 s" },
      bare(host, now),
      [...reach(host), ["note", "greeting", 14_975, "no greeting within the time limit"]],
    ),
  expired: (host: string, now: number) =>
    dialogue(
      "down",
      { code: "tls.expired", stage: "tls", reply: null, detail: "expired 3 days ago, on 2026-11-20" },
      facts(host, now),
      [
        ...reach(host),
        ...hello(host),
        ["note", "tls", 48.2, "TLSv1.3; the certificate expired 3 days ago, on 2026-11-20"],
        ["sent", "quit", 0.1, "QUIT"],
      ],
    ),
  expiring: (host: string, now: number) =>
    dialogue(
      "degraded",
      { code: "tls.expiring", stage: "tls", reply: null, detail: "It expires in 6 days." },
      facts(host, now, 6),
      [...reach(host), ...hello(host), ...secured(host, 6), ...bye],
    ),
  unresolved: (host: string, now: number) =>
    dialogue(
      "unknown",
      { code: "dns.servfail", stage: "dns", reply: null, detail: "SERVFAIL from 192.0.2.53" },
      { ...bare(host, now), addresses: [], address: null },
      [["note", "dns", 2_004, `${host}: SERVFAIL from 192.0.2.53`]],
    ),
} satisfies Record<string, (host: string, now: number) => SeededDialogue>;
