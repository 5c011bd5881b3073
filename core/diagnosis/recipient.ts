import type { StageReason } from "../reason/reason.ts";
import type { Entry } from "./entry.ts";

/** Recipients and messages that are neither taken nor turned away as they should be. */
export const RECIPIENT_ENTRIES: Record<Extract<StageReason, `${"rcpt" | "data"}.${string}`>, Entry> = {
  "rcpt.greylisted": {
    cause: "blocklisting",
    headline: "Greylisted",
    plain: "The server asks senders it does not know to come back later, which is normal; we ask again at its time.",
    expert:
      "450 or 451 to a recipient from a sender not seen before: real queues get through on their next try, so no mail is lost.",
    next: [
      "{mail} --quit-after RCPT",
      "Postfix: postconf smtpd_recipient_restrictions smtpd_delay_reject",
      "If each check is to go through, let the addresses of this location pass the greylist.",
    ],
    rfc: "RFC 6647 section 2",
  },
  "rcpt.not-refused": {
    cause: "configuration",
    headline: "Recipient was not refused",
    plain: "The server accepted a recipient that it should turn away, which alone does not mean that it would deliver the mail.",
    expert:
      "250 to a RCPT TO that must be refused: an open relay if the message would go out, but it may also be refused after DATA, be dropped, or come from an address that is trusted.",
    next: [
      "{swaks} --from {from} --to {refused} --quit-after RCPT",
      "Postfix: postconf mynetworks smtpd_relay_restrictions smtpd_recipient_restrictions",
      "Postfix: postconf local_recipient_maps relay_recipient_maps virtual_mailbox_maps luser_relay",
      "Send a message to an address of your own at another provider to see whether it is delivered.",
    ],
    rfc: "RFC 5321 section 7.9",
  },
  "data.unconfirmed": {
    cause: "network",
    headline: "Message was not confirmed",
    plain: "The connection was lost after the message was sent, so nobody can tell whether it was accepted.",
    expert: "No reply came after the end of the data: the message may be in the server's queue, so it is not sent again.",
    next: [
      "On the server: journalctl --facility mail --since -15min",
      "Postfix: postqueue -p",
      "Look for the message in the mailbox before anybody sends it anew.",
    ],
    rfc: "RFC 5321 section 6.1, RFC 1047",
  },
};
