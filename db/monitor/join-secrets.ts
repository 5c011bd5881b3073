import { z } from "zod";
import { secretsIn } from "#core/mailflow/mailflow-target.ts";
import type { Target } from "#core/monitor/monitor.ts";
import { stayingSecrets } from "#core/script/may-script-secrets-stay.ts";
import { readScript } from "#core/script/read-script.ts";
import { openSecret } from "../secret/open-secret.ts";
import type { SealedSecret } from "../secret/sealed-secret.ts";

const byName = z.record(z.string(), z.string());

/**
 * The passwords of a script, of which some were typed and the others are stored, as they are sealed together. Null where one that is stored may not stay, or is
 * not there.
 */
export function joinSecrets(
  typed: Readonly<Record<string, string>>,
  before: { target: Target; sealed: SealedSecret | null },
  after: Target,
): string | null {
  if (before.target.kind !== "mailflow" || after.kind !== "mailflow" || before.sealed === null) return null;
  const { script } = readScript(after.script);
  if (script === null) return null;
  const names = secretsIn(script);
  const staying = stayingSecrets(before.target.script, after.script);
  const stored = storedIn(before.sealed);
  const secretOf = (name: string) =>
    Object.hasOwn(typed, name) ? typed[name] : staying.includes(name) && Object.hasOwn(stored, name) ? stored[name] : undefined;
  const joined = names.map((name) => [name, secretOf(name)] as const);
  return joined.every(([, secret]) => secret !== undefined) ? JSON.stringify(Object.fromEntries(joined)) : null;
}

/** What does not open any more, or is not there by names, has to be typed anew. */
function storedIn(sealed: SealedSecret): Record<string, string> {
  try {
    return byName.parse(JSON.parse(openSecret(sealed)));
  } catch {
    return {};
  }
}
