import type { StageReason } from "../reason.ts";
import type { Entry } from "./entry.ts";

export const LOGIN_ENTRIES: Record<Extract<StageReason, `auth.${string}`>, Entry> = {
  "auth.cleartext": {
    cause: "configuration",
    headline: "Login only without encryption",
    plain: "The server lets people log in only without encryption, so we did not send the password.",
    expert: "AUTH is offered before TLS and not after it, or TLS is not offered at all.",
    next: ["swaks --server {host} --port {port} --tls --quit-after EHLO", "Postfix: postconf smtpd_tls_auth_only"],
    rfc: "RFC 4954 section 4",
  },
  "auth.unavailable": {
    cause: "configuration",
    headline: "No way to log in",
    plain: "The server offers no way to log in that this monitor can use.",
    expert: "None of the mechanisms we may use is in the AUTH keyword of the last EHLO.",
    next: ["swaks --server {host} --port {port} --tls --quit-after EHLO"],
    rfc: "RFC 4954 section 3",
  },
  "auth.loop": {
    cause: "configuration",
    headline: "Login does not come to an end",
    plain: "The server keeps asking during the login and never says yes or no.",
    expert: "More 334 challenges came than the mechanism has steps.",
    next: ["swaks --server {host} --port {port} --tls --auth --quit-after AUTH"],
    rfc: "RFC 4954 section 4",
  },
  "auth.server-proof": {
    cause: "configuration",
    headline: "Server could not prove itself",
    plain: "The server let us in, but could not prove that it knows the password: it may not be the real one.",
    expert: "The server signature of SCRAM does not match.",
    next: ["openssl s_client -connect {host}:{port} {tls}-servername {host}"],
    rfc: "RFC 5802 section 3",
  },
  "auth.stopped": {
    cause: "configuration",
    headline: "Login was refused and is not tried again",
    plain: "The server refused this login before, and we do not try again, so that the account is not locked.",
    expert:
      "An earlier check's AUTH was refused for good; checks end here until the login is edited or somebody says to try again.",
    next: ["Check the user name and the password, and edit the login of this monitor."],
    rfc: "RFC 4954 section 6",
  },
};
