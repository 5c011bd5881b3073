import { openedMessage, withLink, type IncidentFacts } from "#core/incident/incident-message.ts";
import { webhookPayload } from "./payload.ts";

const STARTED_AT = Date.UTC(2026, 10, 23, 18, 42, 7);

/** What is sent when a server takes no recipients any more, as an example. */
export const webhookSample = JSON.stringify(webhookPayload(diskFull(), new Date(STARTED_AT + 12_000)), null, 2);

function diskFull() {
  const facts: IncidentFacts = {
    incidentId: 7,
    monitorId: 3,
    monitorName: "Mail in",
    target: { kind: "smtp", host: "mx1.example.com", port: 25, tls: "starttls", ehloName: "probe.example.org" },
    startedAt: STARTED_AT,
    reason: {
      code: "rcpt.reply",
      stage: "rcpt",
      reply: { code: 452, enhanced: "4.3.1", lines: ["4.3.1 Insufficient system storage"] },
      detail: null,
    },
    baseUrl: "https://watch.example.com",
  };
  const message = openedMessage(facts, [
    { direction: "sent", atMs: 402, stage: "rcpt", text: "RCPT TO:<postmaster@example.com>" },
    { direction: "received", atMs: 431, stage: "rcpt", text: "452 4.3.1 Insufficient system storage", failed: true },
  ]);
  return withLink(message, "https://watch.example.com/acknowledge?link=7.3.…");
}
