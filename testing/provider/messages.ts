import { changeMessage } from "#core/change/change-message.ts";
import {
  flappingMessage,
  openedMessage,
  resolvedMessage,
  worsenedMessage,
  type IncidentFacts,
} from "#core/incident/incident-message.ts";
import type { ChangeMessage, IncidentMessage, TestMessage } from "#core/message/message.ts";

const FACTS: IncidentFacts = {
  incidentId: 7,
  monitorId: 3,
  monitorName: "Mail in",
  target: { kind: "smtp", host: "mx1.example.com", port: 25, tls: "starttls", ehloName: "probe.example.org" },
  startedAt: Date.UTC(2026, 10, 23, 18, 42, 7),
  reason: {
    code: "rcpt.reply",
    stage: "rcpt",
    reply: { code: 452, enhanced: "4.3.1", lines: ["4.3.1 Insufficient system storage"] },
    detail: null,
  },
  baseUrl: "https://watch.example.com",
};
const LASTED_MS = 252_000;

/** A server that takes no recipients since its disk is full, which can be acknowledged. */
export const DOWN: IncidentMessage = {
  ...openedMessage(FACTS, []),
  acknowledgeUrl: "https://watch.example.com/acknowledge?link=7.3.AAAAAAAAAAAAAAAAAAAAAA",
};
export const DEGRADED = openedMessage({ ...FACTS, status: "degraded" }, []);
export const WORSE = worsenedMessage(FACTS, []);
export const FLAPPING = flappingMessage(
  FACTS,
  [0, 120_000, 360_000].map((ms) => FACTS.startedAt + ms),
);
export const UP_AGAIN = resolvedMessage(FACTS, FACTS.startedAt + LASTED_MS);

export const CHANGED: ChangeMessage = changed("Exim 4.97");
export const TEST: TestMessage = { kind: "test", channelName: "On call", url: "https://watch.example.com/channels/5" };

/** What a server or a person could write to be taken for something else than text. */
export const HOSTILE_TEXTS: Record<string, string> = {
  "a mention of a whole channel": "<!channel> <!here> <@U012AB3CD> @everyone @here <@&123> @someone",
  "a link in Markdown":
    "[click me](http://evil.example/) ![x](http://evil.example/x.png) **bold** `code` ```fence``` # head > quote",
  "a link of Slack": "<http://evil.example/|click me>",
  HTML: `<b>x</b><a href="http://evil.example/">click me</a><img src=x onerror=alert(1)></code></pre>&amp;&#x3c;`,
  "text that reorders itself": "\u202egpj.exe\u202c \u2066x\u2069 \u200b",
  "line breaks": "one\r\nX-Priority: 1\r\n\r\ntwo\u2028three\u0085four",
  XML: `</Say><Dial>+15550100</Dial><Say>]]>`,
  "ten thousand characters": "x".repeat(10_000),
  "ten thousand characters that all have to be escaped": "<&>*_`[".repeat(1_500),
};

/** A server that is down, with a text at every place that a person or a server fills. */
export function hostileMessage(text: string): IncidentMessage {
  const lines = [text, text, text];
  const reason = { ...FACTS.reason, reply: { code: 452, enhanced: null, lines }, detail: text };
  return openedMessage({ ...FACTS, monitorName: text, reason }, []);
}

/** A message about a change to such a text. */
export function changed(software: string): ChangeMessage {
  const { monitorId, monitorName, target, baseUrl, startedAt: at } = FACTS;
  const changes = [{ aspect: "software", before: "Exim 4.96", after: software } as const];
  return changeMessage({ monitorId, monitorName, target, baseUrl, at, changes });
}
