import { describe, expect, test } from "vitest";
import {
  CHANGED,
  DEGRADED,
  DOWN,
  FLAPPING,
  HOSTILE_TEXTS,
  TEST,
  UP_AGAIN,
  WORSE,
  changed,
  hostileMessage,
} from "#testing/provider/messages.ts";
import { changeMessage } from "../change/change-message.ts";
import { messageFacts } from "./message-facts.ts";

test("an outage is told with the failing step, the server's words, since when, and where to say that one has it", () => {
  expect(messageFacts(DOWN)).toMatchObject({
    tone: "bad",
    title: "Down: Mail in — rcpt 452",
    sentence: DOWN.diagnosis.plain,
    step: "rcpt",
    words: "452 4.3.1 Insufficient system storage",
    facts: [
      ["Server", "mx1.example.com:25"],
      ["Failing step", "rcpt"],
      ["Since", "23 Nov 2026, 18:42:07 UTC"],
    ],
    url: "https://watch.example.com/incidents/7",
    open: "Open the incident",
    acknowledgeUrl: DOWN.acknowledgeUrl,
  });
});

test("a recovery says how long it lasted and what it was, and there is nothing to acknowledge", () => {
  const facts = messageFacts({ ...UP_AGAIN, acknowledgeUrl: DOWN.acknowledgeUrl });
  expect(facts).toMatchObject({
    tone: "good",
    title: "Up again: Mail in after 4 min",
    step: null,
    words: null,
    acknowledgeUrl: null,
  });
  expect(facts.sentence).toBe(
    "It was down for 4 minutes 12 seconds. The reason was: Recipient refused: 452 4.3.1 Insufficient system storage",
  );
  expect(facts.facts).toEqual([
    ["Server", "mx1.example.com:25"],
    ["Step that failed", "rcpt"],
    ["From", "23 Nov 2026, 18:42:07 UTC"],
    ["To", "23 Nov 2026, 18:46:19 UTC"],
  ]);
});

test.each([
  ["what is degraded", DEGRADED, "warning"],
  ["what has become worse", WORSE, "bad"],
  ["what comes and goes", FLAPPING, "bad"],
  ["a change that needs nobody", CHANGED, "neutral"],
  ["a test", TEST, "neutral"],
])("%s has its tone", (_, message, tone) => {
  expect(messageFacts(message).tone).toBe(tone);
});

test("trouble that comes and goes says how often", () => {
  expect(messageFacts(FLAPPING).sentence).toBe(
    "It goes down and comes back again and again: 3 changes in 6 min. You are told when it has been steady for a while.",
  );
});

test("where the server said nothing, what we saw stands in its place", () => {
  const reason = { code: "connect.refused", stage: "connect", reply: null, detail: "ECONNREFUSED 192.0.2.25:25" } as const;
  expect(messageFacts({ ...DOWN, reason }).words).toBe("ECONNREFUSED 192.0.2.25:25");
  expect(messageFacts({ ...DOWN, reason: { ...reason, detail: null } }).words).toBeNull();
});

test("a change says what was and what is; one that somebody has to see to is a warning", () => {
  expect(messageFacts(CHANGED)).toMatchObject({ title: "Software of mx1.example.com is Exim 4.97 now", open: "Open the monitor" });
  expect(messageFacts(CHANGED).facts).toContainEqual(["Software", "Exim 4.96 → Exim 4.97"]);
  const target = { kind: "smtp", host: "mx1.example.com", port: 25, tls: "starttls", ehloName: "probe.example.org" } as const;
  const changes = [{ aspect: "starttls", before: true, after: false } as const];
  const gone = changeMessage({
    monitorId: 3,
    monitorName: "Mail in",
    target,
    at: 0,
    changes,
    baseUrl: "https://watch.example.com",
  });
  expect(messageFacts(gone)).toMatchObject({ tone: "warning", sentence: expect.stringContaining("in the clear") });
});

describe("nothing that others wrote can act on a line or grow without end:", () => {
  test.each(Object.entries(HOSTILE_TEXTS))("%s", (_, text) => {
    for (const message of [hostileMessage(text), changed(text), { ...TEST, channelName: text }]) {
      const { title, sentence, words, facts } = messageFacts(message);
      for (const each of [title, sentence, ...(words ?? "").split("\n"), ...facts.flat()]) {
        expect(each).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b]/u);
      }
      expect(JSON.stringify(facts).length + title.length + sentence.length + (words?.length ?? 0)).toBeLessThan(6_000);
    }
  });
});
