import type { Reason } from "#core/reason/reason.ts";
import { dialogue, type SeededDialogue } from "./dialogue.ts";
import { facts, WITHOUT_TLS } from "./facts.ts";
import { bye, failing, hello, reach } from "./parts.ts";

/** Checks that met something odd about the way to TLS. */
export const STARTTLS_TROUBLE = {
  vanished: (host: string, now: number) => {
    const reason: Reason = { code: "starttls.vanished", stage: "starttls", reply: null, detail: null };
    const seen = { ...facts(host, now), tls: null, certificate: null, capabilities: WITHOUT_TLS };
    return dialogue("degraded", reason, seen, [...reach(host, 25), ...hello(host, WITHOUT_TLS), failing(reason, 0.1), ...bye]);
  },
} satisfies Record<string, (host: string, now: number) => SeededDialogue>;
