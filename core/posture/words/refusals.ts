import type { Words } from "./words.ts";

/** What there is to say of servers that were asked to take mail they should refuse. */
export const REFUSALS_WORDS = {
  "refusals.relay-refused": {
    verdict: "good",
    says: "Mail for strangers is refused",
    wanted: "A reply of 5xx to a recipient elsewhere.",
    why: "Nobody can send spam in your name through {subject}.",
    mend: "Nothing to do.",
    source: "RFC 5321 section 3.6.2",
  },
  "refusals.relay-taken": {
    verdict: "wrong",
    says: "A recipient elsewhere was taken",
    wanted: "A reply of 5xx to a recipient elsewhere, to everybody who has not logged in.",
    why: "{subject} may be an open relay. A 250 to RCPT is not yet one: some servers take every recipient and refuse or discard the message later, and some trust the address that we asked from. If it does send such mail on, spammers find it within hours, and it is on every blocklist within days.",
    mend: "Look into the server's log for this test. In Postfix, mynetworks holds your own networks only, and smtpd_relay_restrictions has reject_unauth_destination.",
    source: "RFC 5321 section 3.6.2",
  },
  "refusals.unknown-refused": {
    verdict: "good",
    says: "An unknown recipient is refused",
    wanted: "A reply of 5xx to a mailbox that does not exist.",
    why: "Who mistypes an address is told at once, and {subject} sends no bounces to forged senders.",
    mend: "Nothing to do.",
    source: "RFC 5321 section 3.3",
  },
  "refusals.unknown-taken": {
    verdict: "weak",
    says: "An unknown recipient was taken",
    wanted: "A reply of 5xx to a mailbox that does not exist.",
    why: "{subject} takes mail for everybody and has to send it back later, mostly to forged senders: that is backscatter, and gets it listed. It may also be a catch-all, on purpose.",
    mend: "Let the server that takes the mail know all mailboxes: in Postfix local_recipient_maps or relay_recipient_maps, or ask the next one with reject_unverified_recipient.",
    source: "RFC 5321 section 6.2",
  },
  "refusals.untold": {
    verdict: "unknown",
    says: "What is refused could not be told",
    wanted: "A reply of 5xx to a recipient that must not be taken.",
    why: "{subject} gave no final answer: {detail}",
    mend: "Look at the server's row in the matrix first; a server that greylists answers another time.",
    source: "RFC 5321 section 4.2.1",
  },
} satisfies Record<`refusals.${string}`, Words>;
