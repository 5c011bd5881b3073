import type { Stage } from "#core/check/stage.ts";
import type { Reason, ReasonCode } from "#core/reason/reason.ts";
import { dialogue, type SeededDialogue } from "./dialogue.ts";
import { ADDRESSES, facts, factsBefore } from "./facts.ts";
import { bye, encrypted, failing, hello, lookup, reach, secured } from "./parts.ts";

const PORT = 25;
const DAY_MS = 86_400_000;
/** Six whole days for as long as somebody looks at it. */
const DAYS_LEFT = 6.5;

/** A reason that the server does not give itself. */
const reasonOf = (code: ReasonCode, stage: Stage, detail: string | null): Reason => ({ code, stage, reply: null, detail });

const dateIn = (now: number, days: number) => new Date(now + days * DAY_MS).toISOString().slice(0, 10);

/** Checks that did not get far, or met a bad certificate. */
export const ORDINARY_TROUBLE = {
  refused: (host: string) => {
    const only = [ADDRESSES.IPv4];
    const reason = reasonOf("connect.refused", "connect", `${ADDRESSES.IPv4} ECONNREFUSED`);
    const attempts = [{ address: ADDRESSES.IPv4, failure: "refused", ms: 21.3 } as const];
    return dialogue("down", reason, { ...factsBefore({ addresses: only }), address: null, attempts }, [
      ...lookup(host, only),
      failing(reason, 21.3),
    ]);
  },
  rejected: (host: string) => {
    const lines = [`${host} No SMTP service here`, "Your address is listed, see https://lists.example/192.0.2.1"];
    const reply = { code: 554, enhanced: null, lines };
    return dialogue("down", { code: "greeting.reply", stage: "greeting", reply, detail: null }, factsBefore(), [
      ...reach(host, PORT),
      ["received", "greeting", 511.8, `554-${lines[0]}`],
      ["received", "greeting", 0.1, `554 ${lines[1]}`],
    ]);
  },
  silent: (host: string) => {
    const reason = reasonOf("greeting.timeout", "greeting", null);
    return dialogue("down", reason, factsBefore(), [...reach(host, PORT), failing(reason, 14_975)]);
  },
  expired: (host: string, now: number) => {
    const reason = reasonOf("tls.expired", "tls", `expired 2 days ago, on ${dateIn(now, -2)}`);
    return dialogue("down", reason, facts(host, now, { certificateDays: -2 }), [
      ...reach(host, 587),
      ...hello(host),
      ...encrypted(host, now, -2),
      failing(reason, 0.2),
      ...bye,
    ]);
  },
  expiring: (host: string, now: number) => {
    const reason = reasonOf("tls.expiring", "tls", `expires in 6 days, on ${dateIn(now, DAYS_LEFT)}`);
    return dialogue("degraded", reason, facts(host, now, { certificateDays: DAYS_LEFT }), [
      ...reach(host, PORT),
      ...hello(host),
      ...encrypted(host, now, DAYS_LEFT),
      failing(reason, 0.2),
      ...secured(host, now, DAYS_LEFT).filter(([, stage]) => stage === "ehlo-tls"),
      ...bye,
    ]);
  },
  unresolved: (host: string) => {
    const reason = reasonOf("dns.servfail", "dns", `${host} (A: ESERVFAIL, AAAA: ESERVFAIL)`);
    const dns = (["A", "AAAA"] as const).map((type) => ({ type, addresses: [], failure: "servfail" as const }));
    return dialogue("unknown", reason, { ...factsBefore(), addresses: [], address: null, attempts: undefined, dns }, [
      failing(reason, 2_004),
    ]);
  },
} satisfies Record<string, (host: string, now: number) => SeededDialogue>;
