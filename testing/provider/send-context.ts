import type { SendContext } from "#channels/channel.ts";
import { askHttp } from "#network/http-client.ts";

/** What a test says about a sending. `leads` is where a provider's origin leads instead (`{ "https://api.telegram.org": played.origin }`). */
export type Given = Partial<SendContext> & { leads?: Record<string, string> };

/** What a channel is given in a test. A request still goes through the real client; one that is led nowhere goes where it says. */
export function sendContext({ leads = {}, ...given }: Given = {}): SendContext & { leads: Record<string, string> } {
  const deadlineMs = given.deadlineMs ?? 2_000;
  return {
    leads,
    idempotencyKey: "delivery-1-1700000000000",
    createdAt: new Date(1_700_000_000_000),
    smtpUrls: [],
    mailFrom: "Ehlowatch <alerts@example.com>",
    phoneUrls: [],
    phoneCountries: ["DE", "GB", "US"],
    callUrl: "https://watch.example.com/api/calls/12",
    revokeUrl: null,
    reportUrl: "https://watch.example.com/api/reports/12/1",
    reference: null,
    ask: (request, withinMs = deadlineMs) =>
      askHttp({ ...request, url: led(request.url, leads) }, { allowPrivate: true, dnsServers: [], timeLimitMs: withinMs }),
    ...given,
    deadlineMs,
  };
}

/** A URL as it is led. */
export function led(url: string, leads: Record<string, string>): string {
  const origin = Object.keys(leads).find((each) => url.startsWith(`${each}/`));
  return origin === undefined ? url : `${leads[origin]}${url.slice(origin.length)}`;
}
