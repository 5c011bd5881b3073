import { isDialogue, type MailflowTarget, type Target } from "../monitor/monitor.ts";
import type { ServerAt } from "../reason/reason.ts";
import { readScript } from "../script/read-script.ts";
import type { ScriptProblem } from "../script/script-problem.ts";
import type { Script } from "../script/script.ts";

/** The target that a script's text makes, or what is wrong with the text. */
export function mailflowTarget(
  text: string,
): { target: MailflowTarget; problems: null } | { target: null; problems: ScriptProblem[] } {
  const { script, problems } = readScript(text);
  if (script === null) return { target: null, problems };
  const [first] = serversIn(script);
  if (first === undefined) {
    return {
      target: null,
      problems: [{ path: ["servers"], line: 1, column: 1, message: "Name a server that the script talks to." }],
    };
  }
  return { target: { kind: "mailflow", host: first.host, port: first.port, script: text }, problems: null };
}

/** The servers that a script talks to, in the order in which it names them. */
function serversIn({ servers }: Script): ServerAt[] {
  return Object.values(servers).map(({ protocol, host, port, tls }) => ({ kind: protocol, host, port, tls }));
}

/** Every server that a check of a target may connect to, as far as the target names them: those of a domain stand in the DNS. */
export function serversOf(target: Target): readonly { host: string; port: number }[] {
  if (isDialogue(target)) return [target];
  if (target.kind !== "mailflow") return [];
  const { script } = readScript(target.script);
  return script === null ? [] : serversIn(script);
}

/** Whether a check of a target needs a secret: it logs in somewhere. */
export function needsSecret(target: Target): boolean {
  if (target.kind !== "mailflow") return isDialogue(target) && target.login !== undefined;
  const { script } = readScript(target.script);
  return script !== null && secretsIn(script).length > 0;
}

/** The names of the secrets that a script uses, each once. */
export function secretsIn({ steps, always = [] }: Script): string[] {
  return [...new Set([...steps, ...always].flatMap((step) => ("secret" in step ? [step.secret] : [])))];
}

/** The mailboxes that a script names as recipients, as they are written: variables may stand in them. */
export function recipientsIn({ steps, always = [] }: Script): string[] {
  return [...new Set([...steps, ...always].flatMap((step) => ("to" in step ? [step.to] : [])))];
}
