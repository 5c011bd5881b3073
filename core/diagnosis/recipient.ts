import type { StageReason } from "../reason.ts";
import type { Entry } from "./entry.ts";

export const RECIPIENT_ENTRIES: Record<Extract<StageReason, `${"rcpt" | "data"}.${string}`>, Entry> = {
  "rcpt.greylisted": {
    cause: "configuration",
    headline: "Greylisted",
    plain: "The server asks unknown senders to come back later, which is normal; we come back at the time it wants.",
    expert: "A 450 or 451 to RCPT TO of a sender not seen before; mail from a real queue gets through on its second try.",
    next: ["Let this worker's address pass the greylist if you want each check to go through."],
    rfc: "RFC 6647",
  },
  "rcpt.not-refused": {
    cause: "configuration",
    headline: "Recipient was not refused",
    plain: "The server accepted a recipient that it should turn away; that alone does not mean it would deliver mail to it.",
    expert: "A 250 to RCPT TO is not yet an open relay: the server may refuse after DATA or drop the message.",
    next: ["swaks --server {host} --port {port} --quit-after RCPT"],
    rfc: "RFC 5321 section 3.6",
  },
  "data.unconfirmed": {
    cause: "ours",
    headline: "Message was not confirmed",
    plain: "The connection was lost after the message was sent, so nobody can tell whether it was accepted.",
    expert: "No reply came after the end of the data; the message may be in the server's queue, so it is not sent again.",
    next: ["On the server: read the mail log at the time of the check."],
    rfc: "RFC 5321 section 6.1",
  },
};
