import type { StageReason } from "../reason/reason.ts";
import type { Entry } from "./entry.ts";

type MailflowReason = Extract<StageReason, `delivery.${string}` | `expect.${string}` | `script.${string}`>;

const QUEUE = "On the sending server: postqueue -p";
const LOG = "On the receiving server: journalctl --facility mail --since -30min | grep {to}";
const READ_STEP = "The step that is marked in the script says what it expects; the transcript has what came.";

/** What a script finds out that no single server says. */
export const MAILFLOW_ENTRIES: Record<MailflowReason, Entry> = {
  "delivery.lost": {
    cause: "configuration",
    headline: "Message did not arrive",
    plain: "The server took the message, but it was in none of the folders in the time the script has.",
    expert:
      "The message was accepted with 250 and not found by its token: it waits in a queue, was filtered, went elsewhere, or bounced.",
    next: [
      QUEUE,
      "On the sending server: journalctl --facility mail --since -30min | grep 'status='",
      LOG,
      "Look for a rule that sorts it into a folder that the script does not search.",
    ],
    rfc: "RFC 5321 section 4.2.5",
  },
  "delivery.late": {
    cause: "resources",
    headline: "Message arrived late",
    plain: "The message arrived, but it took longer than it should.",
    expert:
      "The delay from our sending to its arrival is over the limit of the script; the delays of the hops say where the time went.",
    next: [QUEUE, "Look at the hops of the message: the longest delay is where it waited.", LOG],
    rfc: "RFC 5321 section 4.4",
  },
  "delivery.junk": {
    cause: "configuration",
    headline: "Message went to junk",
    plain: "The message arrived in the folder for junk, where nobody looks.",
    expert:
      "A filter of the receiver sorted it out; the verdicts on SPF, DKIM and DMARC and the score, where it wrote one, say why.",
    next: ["Look at the verdicts of the message: what failed there is what to mend first.", "dig {fromDomain} TXT", LOG],
    rfc: "RFC 8601 section 2.7",
  },
  "expect.reply": {
    cause: "configuration",
    headline: "Unexpected reply",
    plain: "The server gave an answer that the script does not expect.",
    expert: "The reply code or its text is not one of those that the step names.",
    next: [READ_STEP, "{swaks} --quit-after FIRST-EHLO"],
    rfc: "RFC 5321 section 4.2",
  },
  "expect.message": {
    cause: "configuration",
    headline: "Unexpected message",
    plain: "The message arrived, but not as the script expects it.",
    expert: "Its folder, size, headers or verdicts are not what the step names.",
    next: [READ_STEP, LOG],
    rfc: "RFC 5322 section 2.2",
  },
  "script.value": {
    cause: "configuration",
    headline: "Value may not be sent",
    plain: "A variable of the script holds something that may not be sent where the script uses it.",
    expert: "With its value the line would be no single line of the command, or its part would be no mailbox, name or folder.",
    next: ["Look at what the server answered where the variable got its value, and make the pattern of the set step narrower."],
    rfc: "RFC 5321 section 4.1.2",
  },
  "script.held": {
    cause: "ours",
    headline: "Message was not sent",
    plain: "We may not send this message, so we cannot tell whether it would arrive.",
    expert: "The recipient is not proved, or the team or the recipient's domain has had its share of messages.",
    next: [
      "Prove the recipient in the settings: a code is sent to it.",
      "Check less often, or with fewer monitors for one domain.",
    ],
    rfc: null,
  },
};
