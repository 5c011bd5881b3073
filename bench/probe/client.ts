/** The server that clients meet, at a literal address. With a `caFile` they use STARTTLS and verify against that authority. */
export type Target = { host: string; port: number; caFile: string | null };

/** What a batch of probes came to. The CPU time is in microseconds, user and system, of the client alone. */
export type Batch = { good: number; cpuUs: number };

/** Somebody who probes a target, running and ready to be measured. */
export type Client = {
  /** Makes `count` probes, at most `atOnce` at a time, until the last is over. */
  runBatch(count: number, atOnce: number): Promise<Batch>;
  stop(): Promise<void>;
};

/**
 * A client as a row of the table. `share` is the part of the asked number of probes that is enough for a steady figure, since dear
 * probes take long. Starting gives null where the client is not installed.
 */
export type Contender = { name: string; share: number; start(target: Target): Promise<Client | null> };
