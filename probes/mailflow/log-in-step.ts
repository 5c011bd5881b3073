import { loginSchema } from "#core/monitor/login.ts";
import type { Reason } from "#core/reason/reason.ts";
import type { Dialogue } from "#protocols/dialogue.ts";
import { within } from "./connect-server.ts";
import type { LoginStep, Running } from "./running.ts";
import { unfit } from "./values.ts";

/** Logs in as a step says. A login that nobody should do stops the script: what comes after it needs it. */
export async function logInStep(
  running: Running,
  dialogue: Dialogue,
  { username, secret, mechanism = "best" }: LoginStep,
  stage: "auth" | "login",
  command: () => Promise<Reason | null>,
): Promise<Reason | null> {
  const login = loginSchema.safeParse({ mechanism, username });
  if (!login.success) return unfit("The user name", login.error);
  dialogue.target.login = login.data;
  dialogue.secret = running.secrets[secret] ?? null;
  if (dialogue.secret === null) {
    return { code: "script.value", stage: "script", reply: null, detail: `There is no value for the secret ${secret}.` };
  }
  const reason = await within(running, dialogue, stage, command);
  return reason ?? (dialogue.isOver ? dialogue.degraded : null);
}
