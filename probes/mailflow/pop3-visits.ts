import { setTimeout as pause } from "node:timers/promises";
import type { Reason } from "#core/reason/reason.ts";
import type { Server } from "#core/script/server.ts";
import { wantsTls } from "#protocols/begin-tls.ts";
import { capa } from "#protocols/pop3/capa.ts";
import type { Pop3Dialogue } from "#protocols/pop3/dialogue.ts";
import { loginDelayMs, tooSoonMs } from "#protocols/pop3/login-delay.ts";
import { login } from "#protocols/pop3/login.ts";
import { quit } from "#protocols/pop3/quit.ts";
import { stls } from "#protocols/pop3/stls.ts";
import { tls } from "#protocols/tls.ts";
import { connectServer, takeLeave, within } from "./connect-server.ts";
import { FAIR_LOOK_MS } from "./find-message.ts";
import { logInAs } from "./log-in-step.ts";
import type { LoginStep, Running } from "./running.ts";

/** Where a mailbox is in use by one session, the next one tries again after so many ms, */
const IN_USE_AGAIN_MS = 2_000;
/** and no longer than this: it is somebody else's then. */
const IN_USE_FOR_MS = 15_000;

/** A server that answers so says when, and nothing of the password (RFC 2449 section 8.1). */
const TOO_EARLY = ["LOGIN-DELAY", "IN-USE"];

/** Connects, for the first time. */
export function enter(running: Running, server: Server): Promise<Reason | null> {
  running.pop3Way = { server, isEncrypted: false, login: null, delayMs: 0, nextLoginAtMs: 0 };
  return connectServer(running, server);
}

/** Begins TLS where it is offered. */
export async function encrypt(running: Running, dialogue: Pop3Dialogue): Promise<Reason | null> {
  running.pop3Way!.isEncrypted = true;
  if (!wantsTls(dialogue, "STLS")) {
    dialogue.session.note("STLS is not offered.");
    return null;
  }
  const reason = await within(running, dialogue, "stls", () => stls(dialogue));
  if (reason !== null || !dialogue.isReadyForTls) return reason;
  return (
    (await within(running, dialogue, "tls", () => tls(dialogue))) ??
    within(running, dialogue, "capability-tls", () => capa(dialogue, "capability-tls"))
  );
}

/** Logs in; where that is too early, again when it may be, as long as there is time. */
export async function logIn(running: Running, dialogue: Pop3Dialogue, step: LoginStep): Promise<Reason | null> {
  const way = running.pop3Way!;
  way.login = step;
  const givesUpAtMs = performance.now() + IN_USE_FOR_MS;
  let reason = await tryLogin(running, dialogue, step);
  while (isTooEarly(reason)) {
    const waitMs = way.nextLoginAtMs - performance.now();
    const isSomebodyElses = reason.reply?.enhanced === "IN-USE" && performance.now() > givesUpAtMs;
    if (isSomebodyElses || running.leftMs() <= waitMs + FAIR_LOOK_MS) break;
    await pause(waitMs);
    reason = await comeInAnew(running);
  }
  if (isTooEarly(reason)) askAgainLater(running);
  return reason;
}

/** Leaves, and goes the same way again as far as the script has come. */
export async function comeInAnew(running: Running): Promise<Reason | null> {
  const { server, isEncrypted, login: step } = running.pop3Way!;
  if (running.open.pop3) await leave(running, running.open.pop3);
  return (
    (await connectServer(running, server)) ??
    (isEncrypted ? await encrypt(running, running.open.pop3!) : null) ??
    (step === null ? null : await tryLogin(running, running.open.pop3!, step))
  );
}

export function leave(running: Running, dialogue: Pop3Dialogue): Promise<null> {
  return takeLeave(running, "pop3", "quit", () => quit(dialogue));
}

/** Whether a login was refused for its time only. */
export function isTooEarly(reason: Reason | null): reason is Reason {
  return reason?.code === "login.reply" && TOO_EARLY.includes(reason.reply?.enhanced ?? "");
}

/** The check is to be made again when the server lets somebody in. */
export function askAgainLater(running: Running): void {
  running.retryAt = running.now() + Math.max(0, running.pop3Way!.nextLoginAtMs - performance.now());
}

/** Logs in once, and takes note of when the next login may be. */
async function tryLogin(running: Running, dialogue: Pop3Dialogue, step: LoginStep): Promise<Reason | null> {
  const way = running.pop3Way!;
  const reason = await logInAs(running, dialogue, step, "login", () => login(dialogue));
  const { capabilities } = dialogue.facts;
  way.delayMs = tooSoonMs(reason?.reply, capabilities) ?? loginDelayMs(capabilities) ?? way.delayMs;
  way.nextLoginAtMs = performance.now() + (reason?.reply?.enhanced === "IN-USE" ? IN_USE_AGAIN_MS : way.delayMs);
  return reason;
}
