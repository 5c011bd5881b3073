import { whyUnanswered } from "../posture/looked.ts";
import type { HostProblem, MailHost, MxSet } from "./mx-set.ts";

/** Where the mail of a domain goes, as a sentence: who takes it, or why nobody does. */
export function mxSentence(mx: MxSet): string {
  switch (mx.kind) {
    case "named":
      return mx.records > mx.hosts.length
        ? `${mx.records} mail servers are named. The ${mx.hosts.length} that senders prefer are met.`
        : `${mx.records === 1 ? "One mail server is" : `${mx.records} mail servers are`} named. Senders try the lowest preference first.`;
    case "implicit":
      return "There is no MX record, so senders deliver to the address of the domain itself (RFC 5321 section 5.1).";
    case "null":
      return "The domain accepts no mail, on purpose: it publishes the null MX (RFC 7505).";
    case "none":
      return mx.outcome === "nxdomain"
        ? "There is no such domain."
        : "There is neither an MX record nor an address: mail to it has nowhere to go.";
    case "unanswered":
      return `Its MX records could not be looked up: ${whyUnanswered(mx.failure)}.`;
  }
}

const PROBLEMS: Record<HostProblem, string> = {
  alias: "an alias of {detail}: an MX record has to name the host itself (RFC 2181 section 10.3)",
  literal: "an address, where a name has to be (RFC 5321 section 5.1)",
  loopback: "the sender's own machine",
  "no-such-name": "there is no such name",
  "no-address": "the name has no address",
  unanswered: "its addresses could not be looked up: {detail}",
};

/** What is wrong with a mail server as it is named; null where nothing is. */
export function hostProblemWords({ problem, detail }: Pick<MailHost, "problem" | "detail">): string | null {
  return problem === null ? null : PROBLEMS[problem].replace("{detail}", () => detail ?? "an unknown name");
}
