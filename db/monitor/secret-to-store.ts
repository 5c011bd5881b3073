import { needsSecret } from "#core/mailflow/mailflow-target.ts";
import { maySecretStay } from "#core/monitor/may-secret-stay.ts";
import type { Target } from "#core/monitor/monitor.ts";
import type { MonitorDraft } from "#core/monitor/parse-monitor-form.ts";
import type { SealedSecret } from "../secret/sealed-secret.ts";
import { joinSecrets } from "./join-secrets.ts";

/** A monitor as it is before an edit: its target, and the secret that is stored for it. */
export type BeforeEdit = { target: Target; sealed: SealedSecret | null };

/**
 * What is to be stored as a monitor's secret: a new one (which stored ones may be joined to), the one that is stored, or none where it does not log in. `needed` where it logs
 * in and nothing may be sent: a stored secret never goes to a server it was not typed for.
 */
export function secretToStore(
  { target, secret }: MonitorDraft,
  before: BeforeEdit | null,
): { typed: string } | "stored" | "none" | "needed" {
  if (!needsSecret(target)) return "none";
  if (secret.kind === "new") return { typed: secret.secret };
  if (secret.kind === "some") {
    const joined = before && joinSecrets(secret.secrets, before, target);
    return joined === null ? "needed" : { typed: joined };
  }
  return secret.kind === "stored" && before?.sealed && maySecretStay(before.target, target) ? "stored" : "needed";
}
