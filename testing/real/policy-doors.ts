import type { Certificate } from "../certificates.ts";
import type { PostfixDoor } from "./postfix-files.ts";

/** Who says so in EHLO, and who sends, is refused where a door says so. */
export const REFUSED_EHLO_NAME = "refused.example";
export const REFUSED_SENDER = "refused@probe.example";

/** What the doors are made with: a DNS list, two policies that greylist, and how logins are checked. */
type Equipment = { certificate: Certificate; zone: string; soft: string; hard: string; login: Readonly<Record<string, string>> };

/** More than any disk has, in bytes. */
const MORE_THAN_THERE_IS = "1000000000000000";

/**
 * A Postfix's ways to turn mail away. It refuses a client, an EHLO name or a sender only once it has heard the recipient, or at once
 * where smtpd_delay_reject is off.
 */
export function policyDoors({ certificate, zone, soft, hard, login }: Equipment) {
  const listed = { smtpd_client_restrictions: `reject_rbl_client ${zone}` };
  const refusedName = { smtpd_helo_restrictions: `check_helo_access inline:{ ${REFUSED_EHLO_NAME}=REJECT }` };
  const refusedSender = { smtpd_sender_restrictions: `check_sender_access inline:{ ${REFUSED_SENDER}=REJECT }` };
  const atOnce = { smtpd_delay_reject: "no" };
  return {
    "no TLS": {},
    "TLS wanted": { certificate, settings: { smtpd_tls_security_level: "encrypt" } },
    "login in the clear": { certificate, settings: { ...login, smtpd_tls_auth_only: "no", smtpd_tls_security_level: "none" } },
    "login wanted": { certificate, settings: { ...login, smtpd_client_restrictions: "permit_sasl_authenticated, reject" } },
    "full disk": { certificate, settings: { queue_minfree: MORE_THAN_THERE_IS } },
    // It remembers nobody, so that everybody waits, as at a first visit; loopback is among its own networks otherwise.
    postscreen: {
      certificate,
      hasPostscreen: true,
      settings: { postscreen_access_list: "", postscreen_cache_map: "", postscreen_greet_action: "enforce" },
    },
    "greylisted with 450": { settings: { smtpd_recipient_restrictions: `check_policy_service ${soft}, permit` } },
    "greylisted with 451": { settings: { smtpd_recipient_restrictions: `check_policy_service ${hard}, permit` } },
    listed: { settings: listed },
    "listed, at once": { settings: { ...listed, ...atOnce } },
    "refused name": { settings: refusedName },
    "refused name, at once": { settings: { ...refusedName, ...atOnce } },
    "refused sender": { settings: refusedSender },
    "refused sender, at once": { settings: { ...refusedSender, ...atOnce } },
  } as const satisfies Record<string, PostfixDoor>;
}

export type PolicyDoor = keyof ReturnType<typeof policyDoors>;
