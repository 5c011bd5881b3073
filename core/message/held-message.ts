/** Why a message may not be sent (`script.held`). */
export type Held =
  | { because: "revoked" | "unproved"; mailbox: string }
  | { because: "team-limit"; most: number }
  | { because: "domain-limit"; domain: string; most: number }
  | { because: "underway" };

/** The same in a sentence. */
export function heldSentence(held: Held): string {
  switch (held.because) {
    case "revoked":
      return `Whoever reads ${held.mailbox} wants no messages from your team.`;
    case "unproved":
      return `Nobody has confirmed yet that ${held.mailbox} may be written to: Settings, Recipients.`;
    case "team-limit":
      return `Your team has sent all of the ${held.most} test messages that it may send in a day (UTC).`;
    case "domain-limit":
      return `${held.domain} has been sent all of the ${held.most} test messages that may go there in a day (UTC).`;
    case "underway":
      return "Another check of the same slot is sending the message.";
  }
}
