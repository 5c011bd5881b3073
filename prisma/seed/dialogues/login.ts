import type { Reason } from "#core/reason/reason.ts";
import { dialogue, type SeededDialogue, type Words } from "./dialogue.ts";
import { facts } from "./facts.ts";
import { bye, exchange, failing, hello, reach, secured } from "./parts.ts";

const PORT = 587;

const toLogin = (host: string, now: number): Words[] => [...reach(host, PORT), ...hello(host), ...secured(host, now)];

/** A login that goes well. */
export const loggedIn = login(38.2, "235 2.7.0 Authentication successful");

/** Logins that did not go well. */
export const LOGIN_TROUBLE = {
  loginRefused: (host: string, now: number) => {
    const reply = { code: 535, enhanced: "5.7.8", lines: ["5.7.8 Error: authentication failed: UGFzc3dvcmQ6"] };
    return dialogue("down", { code: "auth.reply", stage: "auth", reply, detail: null }, facts(host, now), [
      ...toLogin(host, now),
      ...login(2_041.6, "535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6"),
      ...bye,
    ]);
  },
  loginStopped: (host: string, now: number) => {
    const detail = "The server refused it before, so it was not tried.";
    const reason: Reason = { code: "auth.stopped", stage: "auth", reply: null, detail };
    return dialogue("down", reason, facts(host, now), [...toLogin(host, now), failing(reason, 0.1), ...bye]);
  },
} satisfies Record<string, (host: string, now: number) => SeededDialogue>;

function login(ms: number, answer: string): Words[] {
  return exchange("auth", "AUTH PLAIN [redacted]", ms, answer);
}
