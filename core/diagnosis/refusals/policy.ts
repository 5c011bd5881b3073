import type { Refusal } from "./refusal.ts";

const RESTRICTIONS = "Postfix: postconf smtpd_helo_restrictions smtpd_sender_restrictions smtpd_recipient_restrictions";

/** Turned away by a rule about who we are or who sends. */
export const POLICY: readonly Refusal[] = [
  {
    id: "no-reverse-name",
    title: "Our address has no proper reverse name",
    said: [
      "450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.1]",
      "550 5.7.25 The IP address sending this message does not have a PTR record setup",
    ],
    words: /cannot find your (?:reverse )?hostname|reverse (?:dns|lookup|hostname|name)|\br?dns ptr|\bptr\b|\brdns\b/i,
    enhanced: ["5.7.25", "4.7.25"],
    cause: "blocklisting",
    plain: "The server takes mail only from addresses with a proper name in the DNS, and ours has none.",
    expert: "The address of this location has no PTR record, or one whose name does not lead back to it (FCrDNS).",
    next: [
      "On the worker: dig +short -x WORKER_ADDRESS",
      "Have the worker's provider set a PTR record whose name has that address, and use it as the EHLO name.",
    ],
    rfc: "RFC 7372 section 3.3",
  },
  {
    id: "ehlo-name",
    title: "Our EHLO name is not accepted",
    said: [
      "504 5.5.2 <probe>: Helo command rejected: need fully-qualified hostname",
      "550 5.7.1 <probe.example.com>: Helo command rejected: Host not found",
    ],
    words:
      /helo command rejected|invalid (?:helo|ehlo)|\b(?:helo|ehlo)\b.{0,40}(?:invalid|reject|forged|not found|fully)|fully[- ]qualified/i,
    cause: "configuration",
    plain: "The server does not accept the name with which we introduce ourselves.",
    expert: "The EHLO name is no full name, has no address record, or is one of the server's own.",
    next: [
      "{swaks} --ehlo {ehlo} --quit-after RCPT --to {to}",
      "dig {ehlo} A",
      "Give the monitor an EHLO name that leads to the worker's address.",
      RESTRICTIONS,
    ],
    rfc: "RFC 5321 section 4.1.4",
  },
  {
    id: "sender-not-proved",
    title: "The sender's domain does not allow us (SPF, DKIM, DMARC)",
    said: [
      "550 5.7.23 The message was rejected because of Sender Policy Framework violation",
      "550 5.7.26 This mail has been blocked because the sender is unauthenticated",
    ],
    words: /\b(?:spf|dkim|dmarc)\b|sender policy framework|sender is unauthenticated/i,
    enhanced: ["5.7.20", "5.7.21", "5.7.22", "5.7.23", "5.7.24", "5.7.26", "4.7.23", "4.7.24", "4.7.26"],
    cause: "configuration",
    plain: "The sender's domain does not say that mail may come from where we are, so the server refuses it.",
    expert: "SPF, DKIM or DMARC of the sender's domain fails for the address of this location.",
    next: [
      "dig {fromDomain} TXT",
      "dig _dmarc.{fromDomain} TXT",
      "Use a sender whose domain allows this location, or the empty sender.",
    ],
    rfc: "RFC 7372 section 3, RFC 7208 section 8.4",
  },
  {
    id: "sender-domain",
    title: "The sender's domain is not known",
    said: [
      "450 4.1.8 <sender@nowhere.example>: Sender address rejected: Domain not found",
      "550 5.7.27 Sender address has null MX",
    ],
    words: /sender address rejected: domain|domain of sender|sender.{0,30}(?:does not (?:exist|resolve)|null mx|domain not found)/i,
    enhanced: ["5.1.8", "4.1.8", "5.7.27"],
    cause: "configuration",
    plain: "The server cannot find the domain of the sender, to which a bounce would have to go.",
    expert: "The sender's domain has neither MX nor address, or a null MX (RFC 7505): no bounce could be delivered.",
    next: ["dig {fromDomain} MX", "dig {fromDomain} A", "Use a sender whose domain takes mail, or the empty sender."],
    rfc: "RFC 3463 section 3.2, RFC 7505 section 4.2",
  },
  {
    id: "content",
    title: "The message is not wanted",
    said: ["550 5.7.1 Message rejected as spam", "554 5.6.0 Message contains malware"],
    words: /spam|virus|malware|content (?:rejected|blocked|filter)|message (?:content )?rejected/i,
    stages: ["data"],
    cause: "blocklisting",
    plain: "The server's filter takes the message for spam or for something harmful.",
    expert: "Rejected by a content filter after the end of the data.",
    next: [
      "On the server: journalctl --facility mail --grep 'milter-reject|spam' --since -15min",
      "Let the sender of this monitor pass the filter.",
    ],
    rfc: "RFC 3463 section 3.8",
  },
  {
    id: "no-service",
    title: "No mail service for us",
    said: ["554 mail.example.com No SMTP service here", "521 mail.example.com does not accept mail"],
    codes: [554, 521, 550],
    stages: ["greeting"],
    cause: "blocklisting",
    plain: "The server turns us away before anything is said: it takes no mail at all, or none from where we are.",
    expert:
      "554 as a greeting means no SMTP service here; most often a list, a reputation service or a ban (fail2ban, postscreen) on our address, sometimes a server that is switched off (521).",
    next: [
      "{listen}",
      "On the server: journalctl --facility mail --grep 'postscreen|reject' --since -15min",
      "On the server: fail2ban-client status",
      "Try the same from another network: if it is greeted there, it is our address that is refused.",
    ],
    rfc: "RFC 5321 section 3.1, RFC 7504",
  },
];
