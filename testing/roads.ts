import { askHttp } from "#network/http-client.ts";
import type { Roads } from "#worker/roads.ts";

/** The roads of a worker in a test: what is not given leads nowhere, and HTTP goes to this machine as to any other. */
export function roadsTo(given: Partial<Roads>): Roads {
  return {
    smtpUrls: [],
    heartbeatUrl: undefined,
    phoneUrls: [],
    phoneCountries: ["DE", "GB", "US"],
    mostPerDay: { sms: 100, phone: 100 },
    ask: (request, timeLimitMs) => askHttp(request, { allowPrivate: true, dnsServers: [], timeLimitMs }),
    ...given,
  };
}
