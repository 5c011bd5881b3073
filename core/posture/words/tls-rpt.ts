import type { Words } from "./words.ts";

/** What there is to say of TLS reports. */
export const TLS_RPT_WORDS = {
  "tls-rpt.good": {
    verdict: "good",
    says: "TLS reports are asked for",
    wanted: "One record with where reports go.",
    why: "Large senders tell every day how often TLS to this domain failed, and why.",
    mend: "Nothing to do.",
    source: "RFC 8460 section 3",
  },
  "tls-rpt.absent": {
    verdict: "note",
    says: "No TLS reports are asked for",
    wanted: "One TXT record at {subject} that begins with v=TLSRPTv1.",
    why: "Without reports nobody hears that senders fail to encrypt, or turn away because of MTA-STS or DANE.",
    mend: "Publish a record with a mailbox that somebody reads.",
    source: "RFC 8460 section 3",
  },
  "tls-rpt.several": {
    verdict: "wrong",
    says: "More than one TLS-RPT record",
    wanted: "Exactly one record that begins with v=TLSRPTv1.",
    why: "With two records senders take it that there is none.",
    mend: "Put all destinations into one record, parted by commas, and delete the others.",
    source: "RFC 8460 section 3",
  },
  "tls-rpt.syntax": {
    verdict: "wrong",
    says: "TLS-RPT record cannot be read",
    wanted: "v=TLSRPTv1; rua=mailto:tls@example.com",
    why: "Senders ignore a record they cannot read.",
    mend: "Correct it: {detail}.",
    source: "RFC 8460 section 3",
  },
  "tls-rpt.address": {
    verdict: "weak",
    says: "TLS reports go nowhere",
    wanted: "mailto: and https: addresses, parted by commas.",
    why: "Senders know no other way to send a report.",
    mend: "Correct {detail}.",
    source: "RFC 8460 section 3",
  },
  "tls-rpt.untold": {
    verdict: "unknown",
    says: "TLS-RPT could not be looked up",
    wanted: "An answer to the TXT question at {subject}.",
    why: "Senders who get no answer either send no reports.",
    mend: "Look whether the name servers of the domain answer: {detail}.",
    source: "RFC 8460 section 3",
  },
} satisfies Record<`tls-rpt.${string}`, Words>;
