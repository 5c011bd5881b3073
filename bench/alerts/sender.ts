import { env } from "#env.ts";
import { askHttp } from "#network/http-client.ts";
import { led } from "#testing/provider/send-context.ts";
import { TWILIO_URL } from "#testing/provider/twilio-answers.ts";
import { roadsTo } from "#testing/roads.ts";
import { startDelivering } from "#worker/deliver.ts";
import { log } from "#worker/log.ts";
import { watchOutage } from "#worker/outage.ts";
import { openQueues } from "#worker/queues.ts";

// The part of a worker that sends, its HTTP led to the providers played beside it: sender.ts <origins and where they lead, as JSON>

const leads = JSON.parse(process.argv[2] ?? "{}") as Record<string, string>;
const within = { allowPrivate: true, dnsServers: [] };
startDelivering({
  queues: await openQueues(log),
  log,
  outage: watchOutage(log, "the database"),
  roads: roadsTo({
    smtpUrls: env.SMTP_URLS,
    phoneUrls: [TWILIO_URL],
    mostPerDay: { sms: 1_000_000, phone: 1_000_000 },
    ask: (request, timeLimitMs) => askHttp({ ...request, url: led(request.url, leads) }, { ...within, timeLimitMs }),
  }),
});
process.send!("ready");

process.once("SIGTERM", () => process.exit(0));
