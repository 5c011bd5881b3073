import { describe, expect, test } from "vitest";
import { digestOf } from "#core/message/digest.ts";
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
import { encodingOf, segmentsOf } from "./segments.ts";
import { smsCodeText, smsText } from "./text.ts";

test("an outage: the failing step, who, what the server said, and the link to say that one has it", () => {
  expect(smsText(DOWN)).toBe(
    `Down, rcpt 452: Mail in, mx1.example.com:25. 452 4.3.1 Insufficient system storage. I have it: ${DOWN.acknowledgeUrl}`,
  );
});

test.each([
  ["degraded", DEGRADED, "Degraded, rcpt 452: Mail in, mx1.example.com:25. 452 4.3.1 Insuf"],
  ["worse", WORSE, "Down, rcpt 452: Mail in, mx1.example.com:25. 452 4.3.1 Insuf"],
  ["flapping", FLAPPING, "Flapping, rcpt 452: Mail in, mx1.example.com:25. It goes down and comes back"],
  ["over", UP_AGAIN, "Up again: Mail in after 4 min. mx1.example.com:25"],
  ["a change", CHANGED, "Software of mx1.example.com is Exim 4.97 now. https://watch.example.com/monitors/3"],
  ["a test", TEST, "Messages for the channel On call arrive here."],
])("%s", (_, message, beginning) => {
  expect(smsText(message).slice(0, beginning.length)).toBe(beginning);
  expect(segmentsOf(smsText(message))).toBeLessThanOrEqual(2);
});

test("a digest: how many, the worst of them, and the list", () => {
  const others = ["mx2", "mx3"].map((monitorName, index) => ({ ...DOWN, monitorName, url: `${DOWN.url}${index}` }));
  const digest = digestOf([UP_AGAIN, DOWN, ...others, CHANGED], "https://watch.example.com");
  expect(smsText(digest)).toBe(
    "3 down, 1 changed - mx1.example.com:25. Mail in, rcpt 452; mx2, rcpt 452; mx3, rcpt 452. https://watch.example.com/incidents?state=open",
  );
  const many = Array.from({ length: 60 }, (_, index) => ({ ...DOWN, monitorName: `Monitor ${index}`, url: `${DOWN.url}${index}` }));
  expect(segmentsOf(smsText(digestOf(many, "https://watch.example.com")))).toBeLessThanOrEqual(2);
});

test.each([
  ["a long name", { monitorName: "n".repeat(100) }],
  ["a name in another script", { monitorName: "Почта для бухгалтерии и всех остальных отделов".repeat(2) }],
  ["a name of two units a character", { monitorName: "📬".repeat(50) }],
  ["a long name of a host", { target: `${"sub.".repeat(50)}example.com:25` }],
])("with %s it has two segments, the failing step first and the whole link last", (_, given) => {
  const text = smsText({ ...DOWN, ...given });
  expect(segmentsOf(text)).toBe(2);
  expect(text.slice(0, 70)).toContain("rcpt 452");
  expect(text.endsWith(DOWN.acknowledgeUrl!)).toBe(true);
  expect(text).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
});

test("a link that does not fit is left out, and nothing else", () => {
  const text = smsText({ ...DOWN, acknowledgeUrl: `https://watch.example.com/${"x".repeat(300)}` });
  expect(text).toBe("Down, rcpt 452: Mail in, mx1.example.com:25. 452 4.3.1 Insufficient system storage");
});

test("what is written with marks that GSM 7 bit has not stays at 153 a segment", () => {
  const text = smsText({ ...DOWN, monitorName: "Boîte “commerciale” — ça" });
  expect(text).toContain('Boite "commerciale" - ca');
  expect(encodingOf(text)).toBe("gsm");
});

test("a code stands first, says where to stop it, and takes one segment", () => {
  const revokeUrl = "https://watch.example.com/revoke?link=2147483647.AAAAAAAAAAAAAAAAAAAAAA";
  const text = smsCodeText("042137", 10, revokeUrl);
  expect(text).toBe(`042137 is your code for Ehlowatch. It counts for 10 minutes. Not asked for? Stop it: ${revokeUrl}`);
  expect(segmentsOf(text)).toBe(1);
});

describe("what others wrote is one line without a link:", () => {
  test.each(Object.entries(HOSTILE_TEXTS))("%s", (_, text) => {
    for (const message of [hostileMessage(text), changed(text)]) {
      const sent = smsText(message);
      expect(sent).not.toMatch(/[\p{Cc}\u200b-\u200f\u2028-\u202e\u2066-\u2069]/u);
      expect(segmentsOf(sent)).toBeLessThanOrEqual(2);
    }
    const said = smsText({ ...hostileMessage(text), monitorName: "mx1" });
    expect(said.match(/https?:\/\/\S+/g)).toEqual(["https://watch.example.com/incidents/7"]);
    expect(said).not.toMatch(/evil\.example/);
    expect(smsText(changed(text))).not.toMatch(/evil\.example/);
  });
});
