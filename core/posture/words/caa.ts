import type { Words } from "./words.ts";

/** What there is to say of CAA. */
export const CAA_WORDS = {
  "caa.good": {
    verdict: "good",
    says: "CAA lets the certificate of {subject} be renewed",
    wanted: "A record with the authority that issues your certificates.",
    why: "Other authorities must not issue certificates for this name.",
    mend: "Nothing to do.",
    source: "RFC 8659 section 4.2",
  },
  "caa.absent": {
    verdict: "note",
    says: "No CAA record for {subject}",
    wanted: "A record with the authority that issues your certificates.",
    why: "Without one every authority may issue certificates for this name.",
    mend: "Publish one for the domain; it holds for all names under it.",
    source: "RFC 8659 section 3",
  },
  "caa.refused": {
    verdict: "wrong",
    says: "CAA stops the next certificate of {subject}",
    wanted: "A record with the authority that issues your certificates.",
    why: "The one it has is from {detail}, which may not issue another: renewal fails, and the certificate expires.",
    mend: "Add a record for that authority, or get the next certificate from one that is allowed.",
    source: "RFC 8659 section 4.2",
  },
  "caa.issuer-unknown": {
    verdict: "note",
    says: "Whether CAA lets the certificate of {subject} be renewed cannot be told",
    wanted: "A record with the authority that issues your certificates.",
    why: "We do not know by which name CAA calls {detail}.",
    mend: "Look it up in the practice statement of the authority and compare.",
    source: "RFC 8659 section 4.2",
  },
  "caa.critical": {
    verdict: "wrong",
    says: "CAA stops all certificates",
    wanted: "The critical flag only on tags that authorities know: issue, issuewild, iodef.",
    why: "No authority may issue where a critical tag is unknown to it: {detail}.",
    mend: "Write 0 instead of 128 before the tag, or correct its spelling.",
    source: "RFC 8659 section 4.1",
  },
  "caa.syntax": {
    verdict: "weak",
    says: "CAA record cannot be read",
    wanted: 'A value such as "letsencrypt.org".',
    why: "Authorities take a value they cannot read for nobody: it lets none of them issue.",
    mend: "Correct {detail}.",
    source: "RFC 8659 section 4.2",
  },
  "caa.iodef": {
    verdict: "note",
    says: "CAA reports go nowhere",
    wanted: "An address as mailto:security@example.com or https://example.com/.",
    why: "Authorities cannot tell of requests they refused.",
    mend: "Correct {detail}.",
    source: "RFC 8659 section 4.4",
  },
  "caa.untold": {
    verdict: "unknown",
    says: "CAA could not be looked up at {subject}",
    wanted: "An answer to the CAA question, if only that there is none.",
    why: "Authorities that get no answer either issue no certificate.",
    mend: "Look whether the name servers answer questions for CAA: {detail}.",
    source: "RFC 8659 section 3",
  },
} satisfies Record<`caa.${string}`, Words>;
