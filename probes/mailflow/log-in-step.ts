import { usernameSchema } from "#core/monitor/login.ts";
import type { Reason } from "#core/reason/reason.ts";
import type { Dialogue } from "#protocols/dialogue.ts";
import { within } from "./connect-server.ts";
import type { LoginStep, Running } from "./running.ts";
import { valueOf } from "./values.ts";

/** Logs in as a step says. */
export async function logInStep(
  running: Running,
  dialogue: Dialogue,
  step: LoginStep,
  stage: "auth" | "login",
  command: () => Promise<Reason | null>,
): Promise<Reason | null> {
  const { value: username, reason } = userName(running, step);
  return reason !== null ? reason : logInAs(running, dialogue, { ...step, username }, stage, command);
}

/** Whom a step logs in, as the variables are now. */
export function userName(running: Running, { username }: LoginStep): ReturnType<typeof valueOf> {
  return valueOf(running, "The user name", username, usernameSchema);
}

/** Logs in, its user name as it is said. A login that nobody should do stops the script: what comes after it needs it. */
export async function logInAs(
  running: Running,
  dialogue: Dialogue,
  { username, secret, mechanism = "best" }: LoginStep,
  stage: "auth" | "login",
  command: () => Promise<Reason | null>,
): Promise<Reason | null> {
  dialogue.target.login = { mechanism, username };
  dialogue.secret = running.secrets[secret] ?? null;
  if (dialogue.secret === null) {
    return { code: "script.value", stage: "script", reply: null, detail: `There is no value for the secret ${secret}.` };
  }
  const reason = await within(running, dialogue, stage, command);
  return reason ?? (dialogue.isOver ? dialogue.degraded : null);
}
