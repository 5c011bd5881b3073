import type { Reply } from "../../check/reply.ts";
import type { Cause } from "../entry.ts";

/** What the middle number of an enhanced code is about (RFC 3463 section 2), and where such a refusal most likely comes from. */
const SUBJECTS: Record<string, { about: string; cause: Cause }> = {
  "1": { about: "an address", cause: "configuration" },
  "2": { about: "the mailbox", cause: "resources" },
  "3": { about: "the mail system", cause: "resources" },
  "4": { about: "the network or routing", cause: "network" },
  "5": { about: "the protocol", cause: "configuration" },
  "6": { about: "the message's content", cause: "configuration" },
  "7": { about: "security or policy", cause: "blocklisting" },
};

/**
 * What a refusal that nobody knows still says about itself: its enhanced code names a subject, and its first digit whether it is meant
 * to pass (RFC 5321 section 4.2.1).
 */
export function unknownRefusal({ code, enhanced }: Reply<number>): { cause: Cause; expert: string; rfc: string | null } {
  const subject = SUBJECTS[enhanced?.split(".")[1] ?? ""];
  const lasting = code >= 500 ? "meant to stay (5yz)" : "meant to pass (4yz)";
  if (code < 400) {
    return {
      cause: "configuration",
      expert: `${code} is no refusal, but no answer to this command either: the server is out of step.`,
      rfc: "RFC 5321 section 4.3.2",
    };
  }
  if (subject) {
    return {
      cause: subject.cause,
      expert: `By its enhanced code ${enhanced} this is about ${subject.about}, and it is ${lasting}.`,
      rfc: "RFC 3463 section 2",
    };
  }
  return {
    cause: code < 500 ? "resources" : "configuration",
    expert: `The refusal is ${lasting}; its text, if any, says why.`,
    rfc: "RFC 5321 section 4.2.1",
  };
}
