import { expect, test } from "vitest";
import { changeMessage } from "#core/change/change-message.ts";
import { channelFailedMessage } from "#core/channel/channel-failed-message.ts";
import { channelRevokedMessage } from "#core/channel/channel-revoked-message.ts";
import {
  flappingMessage,
  openedMessage,
  resolvedMessage,
  withLink,
  worsenedMessage,
  type IncidentFacts,
} from "#core/incident/incident-message.ts";
import { digestOf } from "#core/message/digest.ts";
import type { Message } from "#core/message/message.ts";
import { recipientRevokedMessage } from "#core/message/recipient-revoked-message.ts";
import type { TranscriptLine } from "#core/transcript/transcript.ts";
import { composeCodeMail } from "./compose-code-mail.tsx";
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

test("while it goes on its reader can say that they have it, in HTML and in text", async () => {
  const acknowledgeUrl = "https://watch.example.com/acknowledge?link=7.3.AAAAAAAAAAAAAAAAAAAAAA";
  const open = openedMessage(FACTS, LINES);
  for (const message of [open, worsenedMessage(FACTS, LINES), flappingMessage(FACTS, [FACTS.startedAt])]) {
    const { html, text } = await composeMail(withLink(message, acknowledgeUrl));
    expect(html).toMatch(new RegExp(`<a\\b[^>]*href="${acknowledgeUrl.replace("?", "\\?")}"`));
    expect(text).toContain(`Acknowledge ${acknowledgeUrl}\n`);
    expect(text).toContain("Open the incident https://watch.example.com/incidents/7\n");
  }
  expect((await composeMail(open)).text).not.toMatch(/acknowledge/i);
  expect((await composeMail(withLink(resolvedMessage(FACTS, FACTS.startedAt), acknowledgeUrl))).text).not.toMatch(/acknowledge/i);
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

test("the mail of trouble that is no outage says so, and what follows it, too", async () => {
  const reason = {
    code: "rcpt.greylisted",
    stage: "rcpt",
    reply: { code: 450, enhanced: "4.2.0", lines: ["4.2.0 Greylisted"] },
    detail: null,
  } as const;
  const degraded = {
    ...FACTS,
    reason: { ...reason, reply: { ...reason.reply, lines: [...reason.reply.lines] } },
    status: "degraded" as const,
  };
  expect((await composeMail(openedMessage(degraded, []))).text).toContain("mx1 is degraded");
  expect((await composeMail(worsenedMessage({ ...FACTS, status: "degraded" }, LINES))).text).toContain("mx1 is down now");
  const resolved = (await composeMail(resolvedMessage(degraded, FACTS.startedAt + 252_000))).text;
  expect(resolved).toContain("mx1 is fine again");
  expect(resolved).toContain("It was degraded for 4 minutes 12 seconds.");
});

test("the mail of a change says what was, what is, when it was seen and where to say otherwise", async () => {
  const changes = [
    {
      aspect: "certificate-expiry",
      before: null,
      after: { days: 14, daysLeft: 14, notAfter: "2026-12-07T10:00:00.000Z", fingerprint256: "AA" },
    },
    { aspect: "software", before: "Exim 4.96", after: "Exim 4.97" },
  ] as const;
  const { monitorId, monitorName, target, baseUrl } = FACTS;
  const message = changeMessage({ monitorId, monitorName, target, baseUrl, at: FACTS.startedAt, changes });
  const { subject, html, text } = await composeMail(message);
  expect(subject).toBe("Certificate of mx1.example.com expires in 14 days, and 1 more");
  for (const part of [
    "2 changes of mx1",
    "Certificate of mx1.example.com expires in 14 days.",
    "now     valid until 2026-12-07",
    "Software of mx1.example.com is Exim 4.97 now.",
    "before  Exim 4.96",
    "now     Exim 4.97",
    "23 Nov 2026, 18:42:07 UTC",
    "https://watch.example.com/monitors/3/edit",
  ]) {
    expect(text).toContain(part);
    expect(words(html)).toContain(part);
  }
});

test("HTML in a banner is text", async () => {
  const { monitorId, monitorName, target, baseUrl } = FACTS;
  const hostile = "<img src=x onerror=alert(1)>";
  const changes = [{ aspect: "banner", before: "mx1", after: hostile } as const];
  const { html, text } = await composeMail(changeMessage({ monitorId, monitorName, target, baseUrl, at: 0, changes }));
  expect(html).not.toMatch(/<img/);
  expect(text).toContain(hostile);
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

test("every mail ends with where its reader says that they want no more of them, in HTML and in text", async () => {
  const revokeUrl = "https://watch.example.com/revoke?link=7.AAAAAAAAAAAAAAAAAAAAAA";
  const { monitorId, monitorName, target, baseUrl } = FACTS;
  const changes = [{ aspect: "software", before: "Exim 4.96", after: "Exim 4.97" } as const];
  const messages: Message[] = [
    openedMessage(FACTS, LINES),
    worsenedMessage(FACTS, LINES),
    flappingMessage(FACTS, [FACTS.startedAt]),
    resolvedMessage(FACTS, FACTS.startedAt),
    changeMessage({ monitorId, monitorName, target, baseUrl, at: 0, changes }),
    digestOf([openedMessage(FACTS, [])], baseUrl),
    channelFailedMessage({ channelId: 5, name: "ops" }, "550 no", 0, baseUrl),
    channelRevokedMessage({ channelId: 5, name: "ops" }, "ada@example.org", 0, baseUrl),
    recipientRevokedMessage("ada@example.org", 0, baseUrl),
    { kind: "test", channelName: "ops", url: "https://watch.example.com/channels/1" },
  ];
  for (const message of messages) {
    const { html, text } = await composeMail(message, revokeUrl);
    expect(text.trimEnd(), `of ${message.kind}`).toMatch(/Stop sending me these \S+\/revoke\?link=7\.A{22}$/);
    expect(html.split(`href="${revokeUrl}"`), `of ${message.kind}`).toHaveLength(2);
    expect((await composeMail(message)).text, `of ${message.kind}`).not.toContain("Stop sending");
  }
});

test("the mail with a code says where to stop them", async () => {
  const revokeUrl = "https://watch.example.com/revoke?link=7.AAAAAAAAAAAAAAAAAAAAAA";
  const { subject, text } = await composeCodeMail("042137", revokeUrl);
  expect(subject).toBe("042137 is your code for Ehlowatch");
  expect(text).toContain(`I did not ask for this: send me nothing more ${revokeUrl}`);
});

test("a channel that was revoked is told of with whose word it was and what it takes", async () => {
  const message = channelRevokedMessage({ channelId: 5, name: "ops" }, "ada@example.org", FACTS.startedAt, FACTS.baseUrl);
  const { subject, text } = await composeMail(message);
  expect(subject).toBe("Revoked: ops is told of nothing any more");
  expect(text).toContain("Whoever reads ada@example.org has stopped what your team sends there.");
  expect(text).toContain("23 Nov 2026, 18:42:07 UTC");
  expect(text).toContain("https://watch.example.com/channels/5");
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
