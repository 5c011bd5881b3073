import { expect, test } from "vitest";
import { openedMessage, resolvedMessage, type IncidentFacts } from "#core/incident-message.ts";
import type { TranscriptLine } from "#core/transcript.ts";
import { composeMail } from "./compose-mail.tsx";

const FACTS: IncidentFacts = {
  incidentId: 7,
  monitorId: 3,
  monitorName: "mx1",
  target: { kind: "smtp", host: "mx1.example.com", port: 25, tls: "starttls", ehloName: "probe.example.org" },
  startedAt: Date.UTC(2026, 10, 23, 18, 42, 7),
  reason: {
    code: "greeting.reply",
    stage: "greeting",
    reply: { code: 554, enhanced: "5.7.1", lines: ["5.7.1 No SMTP service here"] },
    detail: null,
  },
  baseUrl: "https://watch.example.com",
};
const LINES: TranscriptLine[] = [
  { direction: "note", atMs: 2, stage: "connect", text: "connected to 192.0.2.25:25" },
  { direction: "received", atMs: 512, stage: "greeting", text: "554 5.7.1 No SMTP service here", failed: true },
  { direction: "sent", atMs: 513, stage: "quit", text: "QUIT" },
];

test("the mail of an outage says what failed, at which step, since when, what the server said, what it means and where to look", async () => {
  const message = openedMessage(FACTS, LINES);
  const { html, text } = await composeMail(message);
  for (const part of [
    "mx1 is down",
    "Greeting: 554 5.7.1 No SMTP service here",
    "mx1.example.com:25",
    "“greeting”",
    "23 Nov 2026, 18:42:07 UTC",
    "554 5.7.1 No SMTP service here",
    "✕ ← 554 5.7.1 No SMTP service here",
    message.diagnosis.plain,
    ...message.diagnosis.next,
    "https://watch.example.com/incidents/7",
    "https://watch.example.com/channels",
    "https://watch.example.com/docs/reasons#greeting.reply",
  ]) {
    expect(text).toContain(part);
    expect(words(html)).toContain(part);
  }
});

test("the dialogue keeps its lines and its gutter in plain text", async () => {
  const { text } = await composeMail(openedMessage(FACTS, LINES));
  expect(text).toContain("  · connected to 192.0.2.25:25\n✕ ← 554 5.7.1 No SMTP service here\n  → QUIT\n");
});

test("the mail of a recovery says how long it lasted, exactly", async () => {
  const { subject, text } = await composeMail(resolvedMessage(FACTS, FACTS.startedAt + 252_000));
  expect(subject).toBe("Up again: mx1 after 4 min");
  expect(text).toContain("It was down for 4 minutes 12 seconds.");
  expect(text).toContain("18:46:19 UTC");
  expect(text).toContain("https://watch.example.com/docs/reasons#greeting.reply");
  expect(text).not.toContain("What the server said");
});

test("what we saw is told where the server said nothing", async () => {
  const reason = { code: "connect.refused", stage: "connect", reply: null, detail: "ECONNREFUSED 192.0.2.25:25" } as const;
  const { text } = await composeMail(openedMessage({ ...FACTS, reason }, []));
  expect(text).toContain("ECONNREFUSED 192.0.2.25:25");
});

test("HTML in a name or in what the server said is text", async () => {
  const hostile = `<img src=x onerror=alert(1)><a href="https://evil.example">click</a>`;
  const reason = { ...FACTS.reason, reply: { code: 554, enhanced: null, lines: [hostile] }, detail: hostile };
  const lines: TranscriptLine[] = [{ direction: "received", atMs: 1, stage: "greeting", text: `554 ${hostile}`, failed: true }];
  const { html, text } = await composeMail(openedMessage({ ...FACTS, monitorName: hostile, reason }, lines));
  expect(html).not.toMatch(/<img|href="https:\/\/evil/);
  expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
  expect(text).toContain(`${hostile} is down`);
});

test("a mail loads nothing and runs nothing", async () => {
  const { html } = await composeMail(openedMessage(FACTS, LINES));
  expect(html).not.toMatch(/<img|<script|<link|@import|url\(|src=/i);
});

test("ten thousand characters from a server stay far below what mail programs cut off", async () => {
  const reply = { code: 554, enhanced: null, lines: Array.from({ length: 100 }, () => "<".repeat(10_000)) };
  const lines = reply.lines.map((text): TranscriptLine => ({ direction: "received", atMs: 1, stage: "greeting", text }));
  const { html, text } = await composeMail(openedMessage({ ...FACTS, reason: { ...FACTS.reason, reply } }, lines));
  expect(Buffer.byteLength(html)).toBeLessThan(102_000); // Gmail clips at 102 kB
  expect(text.length).toBeLessThan(20_000);
});

test("a test says which channel it came by", async () => {
  const mail = await composeMail({ kind: "test", channelName: "ops", url: "https://watch.example.com/channels/1" });
  expect(mail.subject).toBe("Test: ops");
  expect(mail.text).toContain("https://watch.example.com/channels/1");
});

/** What a reader of the HTML sees, with its attributes, as far as the parts looked for need it. */
function words(html: string): string {
  return html
    .replaceAll("<!-- -->", "")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
