import type { Words } from "./words.ts";

const WANTED = "A PTR record whose name has {subject} among its addresses.";

/** What there is to say of the names of addresses. */
export const REVERSE_WORDS = {
  "reverse.good": {
    verdict: "good",
    says: "{subject} has a name that leads back to it",
    wanted: WANTED,
    why: "Receivers see that whoever has the address has the name {detail}, too.",
    mend: "Nothing to do.",
    source: "RFC 8601 section 3",
  },
  "reverse.absent": {
    verdict: "wrong",
    says: "{subject} sends and has no name",
    wanted: WANTED,
    why: "Many receivers refuse mail from an address without a name, large ones always.",
    mend: "Have whoever gave you the address set its PTR record to the name your server says in EHLO.",
    source: "RFC 1912 section 2.1, RFC 8601 section 3",
  },
  "reverse.absent-inbound": {
    verdict: "note",
    says: "{subject} has no name",
    wanted: WANTED,
    why: "For receiving mail it does not matter; if this server sends, too, receivers refuse it.",
    mend: "Have whoever gave you the address set its PTR record.",
    source: "RFC 1912 section 2.1",
  },
  "reverse.unconfirmed": {
    verdict: "wrong",
    says: "The name of {subject} does not lead back to it",
    wanted: WANTED,
    why: "Anybody can write any name into a PTR record: receivers believe only one that has the address, and {detail} has not.",
    mend: "Give {detail} this address, or have the PTR record set to a name that has it.",
    source: "RFC 8601 section 3",
  },
  "reverse.unconfirmed-inbound": {
    verdict: "note",
    says: "The name of {subject} does not lead back to it",
    wanted: WANTED,
    why: "For receiving mail it does not matter; if this server sends, too, receivers doubt it.",
    mend: "Give {detail} this address, or have the PTR record set to a name that has it.",
    source: "RFC 8601 section 3",
  },
  "reverse.generic": {
    verdict: "weak",
    says: "{subject} has the name of a household",
    wanted: "A name of your own, such as mail.example.com.",
    why: "{detail} looks as providers name lines that nobody has named; many receivers take no mail from those.",
    mend: "Have whoever gave you the address set its PTR record to the name of your server.",
    source: "RFC 1912 section 2.1",
  },
  "reverse.several": {
    verdict: "note",
    says: "{subject} has several names",
    wanted: "One PTR record for an address that sends.",
    why: "Receivers look at one or two of them, and not always at the same ones.",
    mend: "Keep the name that the server says in EHLO.",
    source: "RFC 1912 section 2.1",
  },
  "reverse.untold": {
    verdict: "unknown",
    says: "The name of {subject} could not be looked up",
    wanted: WANTED,
    why: "Receivers who get no answer either put mail off.",
    mend: "Look whether the name servers of its network answer: {detail}.",
    source: "RFC 8601 section 3",
  },
  "reverse.forward-untold": {
    verdict: "unknown",
    says: "Whether the name of {subject} leads back could not be looked up",
    wanted: WANTED,
    why: "Receivers who get no answer either put mail off.",
    mend: "Look whether the name servers of that name answer.",
    source: "RFC 8601 section 3",
  },
} satisfies Record<`reverse.${string}`, Words>;
