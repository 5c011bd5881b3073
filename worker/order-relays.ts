import { soundFirst } from "#core/message/mail-route.ts";
import { listDownRelays } from "#db/mail-route/list-down-relays.ts";
import type { Outage } from "./outage.ts";
import { pause } from "./pause.ts";

const EVERY_MS = 5_000;

/** Relays in the order in which to try them now. */
export type OrderedRelays = { urls(this: void): string[]; stop(this: void): Promise<void> };

/**
 * Has the relays that a monitor finds down tried last, so that no message waits for one that is known not to answer. Where the database
 * does not say, the order stays as it is.
 */
export function keepRelaysInOrder(smtpUrls: readonly string[], outage: Outage): OrderedRelays {
  const stopping = new AbortController();
  let urls = [...smtpUrls];
  const run = async () => {
    while (smtpUrls.length > 1 && !stopping.signal.aborted) {
      try {
        urls = soundFirst(smtpUrls, await listDownRelays(smtpUrls));
        outage.over();
      } catch (error) {
        outage.failed(error);
      }
      await pause(EVERY_MS, stopping.signal);
    }
  };
  const running = run();
  return {
    urls: () => urls,
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
