import type { StageReason } from "../reason.ts";
import type { Entry } from "./entry.ts";

const SEE_IT = "swaks --server {host} --port {port} --quit-after EHLO";

/** A server that answers, but not as the monitor expects. */
export const EXPECTATION_ENTRIES: Record<Extract<StageReason, `${"greeting" | "ehlo"}.${string}`>, Entry> = {
  "greeting.not-smtp": {
    cause: "configuration",
    headline: "Another protocol answers",
    plain: "Something answers on this port, but it is no mail server.",
    expert: "The first bytes are those of another protocol, such as HTTP, SSH, TLS or IMAP.",
    next: ["nc {host} {port}", "On the server: ss -ltnp | grep :{port}"],
    rfc: "RFC 5321 section 3.1",
  },
  "greeting.unexpected": {
    cause: "configuration",
    headline: "Greeting is not the expected one",
    plain: "The server's greeting does not hold the text this monitor expects: it may be another server.",
    expert: "The text set as an expectation is nowhere in the 220 greeting.",
    next: ["nc {host} {port}", "dig {host} A", "If the greeting is right as it is, change the expectation."],
    rfc: "RFC 5321 section 4.2",
  },
  "ehlo.unexpected": {
    cause: "configuration",
    headline: "Answer to EHLO is not the expected one",
    plain: "The server does not introduce itself with the text this monitor expects.",
    expert: "The text set as an expectation is nowhere in the reply to EHLO.",
    next: [SEE_IT, "If the answer is right as it is, change the expectation."],
    rfc: "RFC 5321 section 4.1.1.1",
  },
  "ehlo.capability-missing": {
    cause: "configuration",
    headline: "Something expected is not offered",
    plain: "The server no longer offers something that this monitor expects it to.",
    expert: "A keyword set as an expectation is not among those in the reply to EHLO.",
    next: [SEE_IT, "If it is right as it is, change the expectation."],
    rfc: "RFC 5321 section 4.1.1.1",
  },
  "ehlo.capability-forbidden": {
    cause: "configuration",
    headline: "Something is offered that must not be",
    plain: "The server offers something that this monitor forbids, such as a login without encryption.",
    expert: "A keyword that must not be there is among those in the reply to EHLO.",
    next: [SEE_IT, "Postfix: postconf smtpd_tls_auth_only smtpd_discard_ehlo_keywords"],
    rfc: "RFC 5321 section 4.1.1.1",
  },
  "ehlo.size": {
    cause: "configuration",
    headline: "Large messages are not taken",
    plain: "The server takes only messages smaller than this monitor expects.",
    expert: "The number after SIZE in the reply to EHLO is below the expected one, or SIZE is not offered.",
    next: [SEE_IT, "Postfix: postconf message_size_limit"],
    rfc: "RFC 1870 section 4",
  },
};
