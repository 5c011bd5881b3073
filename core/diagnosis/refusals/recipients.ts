import type { Refusal } from "./refusal.ts";

const DOMAINS = "Postfix: postconf mydestination relay_domains virtual_mailbox_domains virtual_alias_domains";

/** Turned away because of the recipient. */
export const RECIPIENTS: readonly Refusal[] = [
  {
    id: "relaying",
    title: "The server does not pass mail on to there",
    said: [
      "554 5.7.1 <recipient@example.com>: Relay access denied",
      "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain",
      "550 relay not permitted",
    ],
    words:
      /relay(?:ing)? (?:access )?(?:is )?(?:denied|not permitted|prohibited|not allowed)|(?:unable|not permitted|not allowed) to relay|(?:not|do not|don't) relay|non-accepted domain/i,
    enhanced: ["5.7.54", "5.7.64"],
    cause: "configuration",
    plain: "The server does not feel responsible for the recipient's domain, so mail for it is turned away.",
    expert:
      "Relay access denied: the domain is not among those the server takes mail for, or the MX record leads to the wrong server; right where a recipient must be refused.",
    next: ["dig {toDomain} MX", DOMAINS, "Postfix: postconf smtpd_relay_restrictions mynetworks", "Exim: exim -bt {to}"],
    rfc: "RFC 5321 section 7.9",
  },
  {
    id: "unknown-recipient",
    title: "The recipient does not exist",
    said: [
      "550 5.1.1 <recipient@example.com>: Recipient address rejected: User unknown in local recipient table",
      "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup",
      "550 No such user here",
    ],
    words:
      /(?:user|recipient|mailbox|address|account).{0,30}(?:unknown|not found|does not exist|doesn't exist)|unknown (?:user|recipient|local)|no such (?:user|recipient|mailbox|address|person)|RecipientNotFound|undeliverable address/i,
    enhanced: ["5.1.1", "5.1.6", "5.1.10", "4.1.1"],
    codes: [550],
    stages: ["rcpt", "data"],
    cause: "configuration",
    plain: "The server does not know the recipient, so mail to this address comes back to its senders.",
    expert:
      "The mailbox is not in the recipient tables: deleted, misspelled, not synchronized from a directory, or a table that came up empty.",
    next: [
      "Postfix: sendmail -bv {to}",
      "Exim: exim -bt {to}",
      "Dovecot: doveadm user {to}",
      "Postfix: postconf local_recipient_maps relay_recipient_maps virtual_mailbox_maps virtual_alias_maps",
    ],
    rfc: "RFC 3463 section 3.2",
  },
  {
    id: "mailbox-disabled",
    title: "The mailbox takes no mail",
    said: ["550 5.2.1 The email account that you tried to reach is disabled"],
    words: /(?:mailbox|account|user|recipient).{0,50}(?:disabled|inactive|suspended|deactivated)/i,
    enhanced: ["5.2.1", "4.2.1"],
    stages: ["rcpt", "data"],
    cause: "configuration",
    plain: "The recipient's mailbox exists but has been switched off.",
    expert: "The mailbox is disabled or does not accept messages.",
    next: ["Dovecot: doveadm user {to}", "Switch the mailbox on again, or watch with another recipient."],
    rfc: "RFC 3463 section 3.3",
  },
];
