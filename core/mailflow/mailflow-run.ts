/** What became of the message after DATA: taken with 250, not taken, or nobody can tell (RFC 1047). */
export type SentOutcome = "accepted" | "refused" | "unconfirmed";

/** A message that was found, of this run or of an earlier one. `arrivedAt` is in epoch milliseconds. */
export type FoundMessage = { token: string; arrivedAt: number; folder: string; isJunk: boolean };

/** That the message of a run has come to us, and when, in epoch milliseconds. */
export type Arrived = Pick<FoundMessage, "token" | "arrivedAt">;

/** A message as it was received by ourselves, byte for byte. */
export type ReceivedMessage = { raw: Buffer; arrivedAt: number };

/**
 * What a run of a script asks of whoever keeps the runs. Instants are in epoch milliseconds.
 *
 * `token` is that of its message, made once for each slot of a monitor (see composeTestMessage). `sentAt` is not null where an earlier attempt
 * at this slot came as far as DATA: nothing is sent again then; `isUnconfirmed` where nobody wrote down that it was taken. `from` is what we
 * call ourselves, and where somebody complains who wants no such messages. `inbound` is the address at which we receive mail for this monitor;
 * null where we receive none. `missing` are messages of earlier runs that were not found yet.
 */
export type MailflowRun = {
  token: string;
  sentAt: number | null;
  isUnconfirmed?: boolean;
  from: { host: string; abuse: string };
  inbound: string | null;
  missing: readonly { token: string; sentAt: number }[];
  /** Asks for leave to send to these mailboxes, and writes down that it is about to happen. A sentence where it may not. */
  send(recipients: readonly string[]): Promise<string | null>;
  /** Writes down what became of it. */
  sent(outcome: SentOutcome): Promise<void>;
  /** Writes down that a message was found; once is enough. */
  found(message: FoundMessage): Promise<void>;
  /** Waits for the message of this run at `inbound`; null where it did not come in so many ms. */
  receive(limitMs: number): Promise<ReceivedMessage | null>;
  /** Which of the `missing` messages have come to `inbound` since. */
  receiveLate(): Promise<Arrived[]>;
};
