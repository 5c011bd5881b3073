import { expect, test } from "vitest";
import { flappingMessage, resolvedMessage, type IncidentFacts } from "#core/incident/incident-message.ts";
import { composeMail } from "./compose-mail.tsx";

const FACTS: IncidentFacts = {
  incidentId: 7,
  monitorId: 3,
  monitorName: "mx1",
  target: { kind: "smtp", host: "mx1.example.com", port: 25, tls: "starttls", ehloName: "probe.example.org" },
  startedAt: Date.UTC(2026, 10, 23, 18, 42, 7),
  reason: { code: "connect.refused", stage: "connect", reply: null, detail: null },
  baseUrl: "https://watch.example.com",
};

test("the mail of a server that comes and goes says how often, when, and that its turns are told no more", async () => {
  const turns = [0, 120_000, 250_000].map((afterMs) => FACTS.startedAt + afterMs);
  const { subject, text, html } = await composeMail(flappingMessage(FACTS, turns));
  expect(subject).toBe("Flapping: mx1 — 3 changes in 4 min");
  for (const part of [
    "mx1 comes and goes",
    "It goes down and comes back again and again: 3 changes in 4 min.",
    "mx1.example.com:25",
    "You are not told of each turn.",
    "23 Nov 2026, 18:42:07 UTC",
    "23 Nov 2026, 18:44:07 UTC, after 2 min",
    "23 Nov 2026, 18:46:17 UTC, after 2 min",
    "https://watch.example.com/incidents/7",
  ]) {
    expect(text).toContain(part);
  }
  expect(html).toContain("comes and goes");
});

test("and the mail of its end says that it was so again and again", async () => {
  const { subject, text } = await composeMail(resolvedMessage(FACTS, FACTS.startedAt + 6 * 3_600_000, true));
  expect(subject).toBe("Up and steady again: mx1 after 6 h");
  expect(text).toContain("It was down again and again for 6 hours.");
});
