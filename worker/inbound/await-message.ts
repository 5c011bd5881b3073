import { traceFields } from "#core/arrival/trace-fields.ts";
import type { ReceivedMessage } from "#core/mailflow/mailflow-run.ts";
import { takeInboundMessage } from "#db/inbound/take-inbound-message.ts";
import { listen } from "#db/listen.ts";
import type { Outage } from "../outage.ts";
import { pause } from "../pause.ts";

/** In case a notification was lost. */
const LOOK_EVERY_MS = 5_000;

/**
 * The message of a run that came to an address of ours, or comes within so many ms; null where none does. On top of it stand the fields that say
 * how it came. While the database is away it may still come.
 */
export async function awaitMessage(
  mailbox: string,
  token: string,
  limitMs: number,
  outage: Outage,
): Promise<ReceivedMessage | null> {
  const [address = "", domain = ""] = mailbox.split("@");
  const endAt = performance.now() + limitMs;
  let waking = new AbortController();
  const stopListening = listen("inbound_received", (arrived) => {
    if (arrived === token || arrived === "") waking.abort();
  });
  try {
    while (true) {
      waking = new AbortController(); // what comes from here on is looked for once more
      const { signal } = waking;
      try {
        const taken = await takeInboundMessage(address, token);
        outage.over();
        if (taken)
          return {
            raw: Buffer.concat([Buffer.from(traceFields({ ...taken, by: domain })), taken.raw]),
            arrivedAt: taken.receivedAt,
          };
      } catch (error) {
        outage.failed(error);
      }
      const leftMs = endAt - performance.now();
      if (leftMs <= 0) return null;
      await pause(Math.min(leftMs, LOOK_EVERY_MS), signal);
    }
  } finally {
    stopListening();
  }
}
