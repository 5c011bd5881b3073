import type { Refusal } from "./refusal.ts";

/** Lists and services that name themselves when they turn somebody away, and where to look an address up and have it taken off. */
const LISTS: readonly { id: string; name: string; words: RegExp; lookup: string; said: string }[] = [
  {
    id: "spamhaus",
    name: "Spamhaus",
    words: /spamhaus/i,
    lookup: "https://check.spamhaus.org",
    said: "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.1",
  },
  {
    id: "barracuda",
    name: "Barracuda",
    words: /barracuda/i,
    lookup: "https://www.barracudacentral.org/lookups",
    said: "550 5.7.1 Client host [192.0.2.1] blocked using b.barracudacentral.org",
  },
  {
    id: "spamcop",
    name: "SpamCop",
    words: /spamcop/i,
    lookup: "https://www.spamcop.net/bl.shtml",
    said: "550 5.7.1 Blocked - see https://www.spamcop.net/bl.shtml?192.0.2.1",
  },
  {
    id: "uceprotect",
    name: "UCEPROTECT",
    words: /uceprotect/i,
    lookup: "https://www.uceprotect.net/en/rblcheck.php",
    said: "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using dnsbl-1.uceprotect.net",
  },
  {
    id: "microsoft",
    name: "Microsoft",
    words: /banned sending ip|s31[45]0|part of their network is on our block ?list|sender\.office\.com/i,
    lookup: "https://sender.office.com",
    said: "550 5.7.606 Access denied, banned sending IP [192.0.2.1]. To request removal from this list please visit https://sender.office.com/",
  },
  {
    id: "proofpoint",
    name: "Proofpoint",
    words: /proofpoint|cloudmark|csi\.cloudmark/i,
    lookup: "https://ipcheck.proofpoint.com",
    said: "554 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.1",
  },
];

const WHOSE =
  "The list is asked about whoever connects, so it is the address of this location (or the sender) that stands on it, not the server.";
const HOW_IT_ASKS = "Postfix: postconf smtpd_client_restrictions smtpd_recipient_restrictions postscreen_dnsbl_sites";
const LET_US_IN = "On a server of your own, let the addresses of this location pass before the list is asked.";

const PLAIN =
  "The server turns us away because the address we come from is on a list of unwanted senders; mail from others may still arrive.";

/** Turned away because of a DNS list or a reputation service. */
export const LISTED: readonly Refusal[] = [
  {
    id: "list-does-not-answer",
    title: "A blocklist is asked in a way it does not answer",
    said: [
      "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; Error: open resolver; https://check.spamhaus.org/returnc/pub/192.0.2.53/",
    ],
    words: /returnc\/|open resolver|query refused|127\.255\.255\.25\d/i,
    cause: "configuration",
    plain: "The server asks a blocklist that refuses to answer it, takes this for a listing, and so turns everybody away.",
    expert:
      "The list answers 127.255.255.x because it is asked through a public or shared resolver, or too often; the server takes any answer for a hit.",
    next: [
      "On the server: dig +short 2.0.0.127.zen.spamhaus.org",
      "On the server: cat /etc/resolv.conf",
      HOW_IT_ASKS,
      "Ask the list through a resolver of your own, and take only its real answers: reject_rbl_client zen.spamhaus.org=127.0.0.[2..11].",
    ],
    rfc: "RFC 5782 section 2.1",
  },
  ...LISTS.map(({ id, name, words, lookup, said }): Refusal => ({
    id: `listed-${id}`,
    title: `Listed by ${name}`,
    said: [said],
    words,
    cause: "blocklisting",
    plain: PLAIN,
    expert: WHOSE,
    next: [`Look the address in the server's answer up at ${lookup} and ask there for it to be taken off.`, LET_US_IN, HOW_IT_ASKS],
    rfc: "RFC 5782 section 2.1",
  })),
  {
    id: "listed",
    title: "Listed",
    said: [
      "554 5.7.1 Your address 192.0.2.1 is listed at dnsbl.example",
      "550 Message rejected due to poor reputation of 192.0.2.1",
    ],
    words: /\b(?:dnsbl|rbl|[bd]nsbls?|black ?-?list|block ?-?list|deny ?-?list)|blocked using|\blisted\b|reputation/i,
    cause: "blocklisting",
    plain: PLAIN,
    expert: WHOSE,
    next: [
      "Look the address in the server's answer up at https://multirbl.valli.org, and have it taken off where it is listed.",
      LET_US_IN,
      HOW_IT_ASKS,
    ],
    rfc: "RFC 5782 section 2.1",
  },
];
