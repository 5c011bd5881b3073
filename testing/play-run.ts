import type { FoundMessage, MailflowRun, SentOutcome } from "#core/mailflow/mailflow-run.ts";

/** A run that is kept in memory: what a script did with it can be looked at. */
export type PlayedRun = MailflowRun & { asked: (readonly string[])[]; outcomes: SentOutcome[]; foundMessages: FoundMessage[] };

/** A run with a token of its own, whose message may be sent. */
export function playRun(given: Partial<MailflowRun> = {}): PlayedRun {
  const asked: (readonly string[])[] = [];
  const outcomes: SentOutcome[] = [];
  const foundMessages: FoundMessage[] = [];
  return {
    token: Array.from({ length: 25 }, () => "abcdefghijklmnopqrstuvwxyz0123456789"[Math.floor(Math.random() * 36)]).join(""),
    sentAt: null,
    from: { host: "probe.example.net", abuse: "abuse@example.net" },
    inbound: null,
    missing: [],
    send: async (recipients) => (asked.push(recipients), null),
    sent: async (outcome) => void outcomes.push(outcome),
    found: async (message) => void foundMessages.push(message),
    receive: async () => null,
    receiveLate: async () => [],
    ...given,
    asked,
    outcomes,
    foundMessages,
  };
}
