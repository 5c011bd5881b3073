import { mayScriptSecretsStay } from "../script/may-script-secrets-stay.ts";
import { isDialogue, type Target } from "./monitor.ts";

/**
 * Whether a stored password or token may stay where a target becomes another one. It is only ever sent to the server it was typed for: the
 * same host, port, user and way of TLS, and no certificate accepted that was not before.
 */
export function maySecretStay(before: Target, after: Target): boolean {
  if (before.kind === "mailflow" || after.kind === "mailflow") {
    return before.kind === "mailflow" && after.kind === "mailflow" && mayScriptSecretsStay(before.script, after.script);
  }
  if (!isDialogue(before) || !isDialogue(after)) return false;
  return (
    before.kind === after.kind &&
    before.host === after.host &&
    before.port === after.port &&
    before.tls === after.tls &&
    before.login !== undefined &&
    before.login.username === after.login?.username &&
    before.trust?.except === after.trust?.except &&
    before.trust?.ca === after.trust?.ca &&
    before.trust?.pin === after.trust?.pin
  );
}
