import { mailflowTarget, secretsIn } from "../mailflow/mailflow-target.ts";
import { loginSecretSchema } from "../monitor/login.ts";
import type { MonitorFormValues } from "../monitor/monitor-form.ts";
import type { MailflowTarget, Target } from "../monitor/monitor.ts";
import type { DraftSecret, MonitorFormErrors } from "../monitor/parse-monitor-form.ts";
import { stayingSecrets } from "./may-script-secrets-stay.ts";
import { readScript } from "./read-script.ts";
import type { Script } from "./script.ts";

/** Stored passwords are there, and of these none may stay. */
export const passwordsNeededAgain = (names: readonly string[]) =>
  `Enter the password of ${names.map((name) => `“${name}”`).join(" and of ")}: a stored one stays only while it goes to the same server for the same user.`;

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
  const staying = stored?.kind === "mailflow" ? stayingSecrets(stored.script, text) : null;
  const secret = parseSecrets(script, secrets, staying);
  if (typeof secret === "string") return { ok: false, errors: { secrets: secret } };
  return { ok: true, target, secret, timeLimitS: Math.ceil(script.deadline / 1_000) };
}

/** The passwords as one secret (JSON by name), or a sentence about what is wrong with them. `staying` are stored ones that may stay, where there are any stored. */
function parseSecrets(script: Script, secrets: string, staying: readonly string[] | null): DraftSecret | string {
  const names = secretsIn(script);
  const all = JSON.parse(secrets || "{}") as Record<string, unknown>;
  const typed = new Map(Object.entries(all).filter(([name]) => names.includes(name)));
  if (names.length === 0) return { kind: "none" };
  const missing = names.filter((name) => !typed.has(name) && !staying?.includes(name));
  if (missing.length > 0)
    return staying === null ? `Enter the password of ${missing.join(" and of ")}.` : passwordsNeededAgain(missing);
  if (typed.size === 0) return { kind: "stored" };
  for (const [name, secret] of typed) {
    const { error } = loginSecretSchema.safeParse(secret);
    if (error !== undefined) return `${name}: ${error.issues[0]!.message}`;
  }
  const inOrder = Object.fromEntries(names.flatMap((name) => (typed.has(name) ? [[name, typed.get(name) as string]] : [])));
  return typed.size === names.length ? { kind: "new", secret: JSON.stringify(inOrder) } : { kind: "some", secrets: inOrder };
}
