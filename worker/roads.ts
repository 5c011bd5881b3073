import type { DenyList } from "#core/monitor/deny-list.ts";
import { env } from "#env.ts";
import { askHttp, type HttpOutcome, type HttpRequest } from "#network/http-client.ts";
import type { Logger } from "./log.ts";
import { ownBounds } from "./own-bounds.ts";

/**
 * How messages leave this worker: the operator's own providers, in the order in which to try them now, and HTTP within bounds, each request with
 * its limit in milliseconds.
 */
export type Roads = {
  readonly smtpUrls: string[];
  /** Where the outside watcher is given signs of life. */
  heartbeatUrl: string | undefined;
  phoneUrls: string[];
  phoneCountries: readonly string[];
  /** How many SMS and calls a team may have in a day. */
  mostPerDay: { sms: number; phone: number };
  ask(request: HttpRequest, timeLimitMs: number): Promise<HttpOutcome>;
};

/** The roads of the settings. HTTP may be at any port; otherwise what a team makes us ask is bounded as what it makes us watch. */
export async function openRoads(log: Logger, denied: DenyList, smtpUrls: () => string[] = () => env.SMTP_URLS): Promise<Roads> {
  const bounds = await ownBounds("any", log);
  const dns = { dnsServers: env.DNS_SERVERS, secondDnsServers: env.DNS_SECOND_SERVERS };
  return {
    get smtpUrls() {
      return smtpUrls();
    },
    heartbeatUrl: env.HEARTBEAT_URL,
    phoneUrls: env.PHONE_URLS,
    phoneCountries: env.PHONE_COUNTRIES,
    mostPerDay: { sms: env.SMS_PER_DAY, phone: env.CALLS_PER_DAY },
    ask: (request, timeLimitMs) => askHttp(request, { ...bounds, denied, ...dns, timeLimitMs }),
  };
}
