import { secretsIn } from "../mailflow/mailflow-target.ts";
import { claimsOf } from "./claims.ts";
import { readScript } from "./read-script.ts";
import type { Script } from "./script.ts";

/**
 * Which of the stored secrets of a script may stay, by their names, where its text becomes another: those that go nowhere but to servers they were
 * typed for, for the same user.
 */
export function stayingSecrets(before: string, after: string): string[] {
  const [was, is] = [readScript(before).script, readScript(after).script];
  if (was === null || is === null) return [];
  const known = new Set(saidBy(was).map(({ said }) => said));
  const logins = saidBy(is);
  return secretsIn(is).filter((name) => {
    const ofIt = logins.filter(({ secret }) => secret === name);
    return ofIt.length > 0 && ofIt.every(({ said }) => known.has(said));
  });
}

/** Whether all of them may. */
export function mayScriptSecretsStay(before: string, after: string): boolean {
  const { script } = readScript(after);
  const names = script === null ? [] : secretsIn(script);
  return names.length > 0 && stayingSecrets(before, after).length === names.length;
}

/** Each login, whole: the server as it is trusted, the user, and the secret's name. */
function saidBy(script: Script): { secret: string; said: string }[] {
  return claimsOf(script).logins.map((login) => ({ secret: login.secret, said: JSON.stringify(login) }));
}
