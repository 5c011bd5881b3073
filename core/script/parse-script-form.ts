import { mailflowTarget, secretsIn } from "../mailflow/mailflow-target.ts";
import { loginSecretSchema } from "../monitor/login.ts";
import { maySecretStay } from "../monitor/may-secret-stay.ts";
import type { MonitorFormValues } from "../monitor/monitor-form.ts";
import type { MailflowTarget, Target } from "../monitor/monitor.ts";
import type { DraftSecret, MonitorFormErrors } from "../monitor/parse-monitor-form.ts";
import { readScript } from "./read-script.ts";
import type { Script } from "./script.ts";

/** There are stored passwords, and one of them may not stay. They are stored as one, and never opened here. */
export const PASSWORDS_NEEDED_AGAIN =
  "The stored passwords stay only while each goes to the same server for the same user, and all of them or none. Enter every one again.";

export type ParsedScriptForm =
  | { ok: true; target: MailflowTarget; secret: DraftSecret; timeLimitS: number }
  | { ok: false; errors: MonitorFormErrors };

/** Reads the script of the form and the passwords it asks for. How long it may take it says itself. */
export function parseScriptForm({ script: typed, secrets }: MonitorFormValues, stored: Target | null): ParsedScriptForm {
  const text = typed.replaceAll("\r\n", "\n");
  const { script } = readScript(text);
  const { target, problems } = mailflowTarget(text);
  if (target === null || script === null) {
    const { line, message } = problems?.[0] ?? { line: 1, message: "This is no script." };
    return { ok: false, errors: { script: `Line ${line}: ${message}` } };
  }
  const secret = parseSecrets(script, secrets, stored !== null && maySecretStay(stored, target), stored !== null);
  if (typeof secret === "string") return { ok: false, errors: { secrets: secret } };
  return { ok: true, target, secret, timeLimitS: Math.ceil(script.deadline / 1_000) };
}

/** The passwords as one secret (JSON by name), or a sentence about what is wrong with them. */
function parseSecrets(script: Script, secrets: string, mayStay: boolean, isStored: boolean): DraftSecret | string {
  const names = secretsIn(script);
  const typed = new Map(Object.entries(JSON.parse(secrets || "{}") as Record<string, unknown>));
  if (names.length === 0) return { kind: "none" };
  if (!names.some((name) => typed.has(name)) && mayStay) return { kind: "stored" };
  const missing = names.filter((name) => !typed.has(name));
  if (missing.length > 0) return isStored ? PASSWORDS_NEEDED_AGAIN : `Enter the password of ${missing.join(" and of ")}.`;
  for (const name of names) {
    const { error } = loginSecretSchema.safeParse(typed.get(name));
    if (error !== undefined) return `${name}: ${error.issues[0]!.message}`;
  }
  return { kind: "new", secret: JSON.stringify(Object.fromEntries(names.map((name) => [name, typed.get(name)]))) };
}
