import { claimsOf } from "./claims.ts";
import { readScript } from "./read-script.ts";

/** Whether the stored secrets of a script may stay where its text becomes another: each goes to the same server, for the same user, and none is new. */
export function mayScriptSecretsStay(before: string, after: string): boolean {
  const [was, is] = [readScript(before).script, readScript(after).script];
  if (was === null || is === null) return false;
  const said = (script: typeof was) => claimsOf(script).logins.map((login) => JSON.stringify(login));
  const known = said(was);
  return known.length > 0 && said(is).every((login) => known.includes(login));
}
