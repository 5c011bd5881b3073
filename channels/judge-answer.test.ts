import { expect, test } from "vitest";
import type { HttpOutcome } from "#network/http-client.ts";
import { judgeAnswer, readRetryAfter } from "./judge-answer.ts";

const NOW = Date.UTC(2026, 10, 24, 5);
const answer = (status: number, body = "", headers: Record<string, string> = {}): HttpOutcome => ({
  answered: true,
  status,
  headers,
  body,
  isWhole: true,
});
const messageOf = (body: string) => (JSON.parse(body) as { message: string }).message;
const judge = (outcome: HttpOutcome) => judgeAnswer(outcome, { nowMs: NOW });

test.each([200, 201, 202, 204, 299])("%d is sent, and what it says is its receipt", (status) => {
  expect(judge(answer(status, " ok\n"))).toEqual({ sent: true, receipt: `HTTP ${status}: ok` });
});

test.each([400, 401, 403, 404, 410, 413, 422])("%d is hopeless, and the provider says why", (status) => {
  expect(judge(answer(status, "no such\r\nroom"))).toEqual({
    sent: false,
    next: "give-up",
    reason: `HTTP ${status}: no such room`,
  });
});

test.each([408, 425, 429, 500, 502, 503, 504])("%d is worth another try", (status) => {
  expect(judge(answer(status))).toEqual({ sent: false, next: "retry", reason: `HTTP ${status}` });
});

test.each([301, 302, 307, 308])("a redirect (%d) is not followed, and where it leads is not told", (status) => {
  const outcome = judge(answer(status, "", { location: "https://elsewhere.example/key" }));
  expect(outcome).toEqual({ sent: false, next: "give-up", reason: `HTTP ${status}: redirects are not followed` });
});

test.each(["dns", "connect", "tls", "timeout", "closed", "protocol"] as const)("no answer (%s) is worth another try", (failure) => {
  const outcome = judge({ answered: false, failure, detail: "192.0.2.1 ECONNREFUSED" });
  expect(outcome).toEqual({ sent: false, next: "retry", reason: "192.0.2.1 ECONNREFUSED" });
});

test.each(["url", "blocked"] as const)("what may not be asked (%s) is hopeless", (failure) => {
  expect(judge({ answered: false, failure, detail: "no" })).toEqual({ sent: false, next: "give-up", reason: "no" });
});

test.each([
  ["0", 0],
  ["7", 7_000],
  [" 30 ", 30_000],
  ["0.65", 650],
  ["999999999999", 86_400_000],
  ["Tue, 24 Nov 2026 05:02:00 GMT", 120_000],
  ["Tue, 24 Nov 2026 04:00:00 GMT", 0],
  ["Wed, 24 Nov 2027 05:00:00 GMT", 86_400_000],
  ["soon", null],
  ["-5", null],
  ["", null],
])("Retry-After %j is %j ms", (header, expected) => {
  expect(readRetryAfter(header, NOW)).toBe(expected);
  const outcome = judge(answer(429, "", { "retry-after": header }));
  expect("retryAfterMs" in outcome ? outcome.retryAfterMs : null).toBe(expected);
});

test("what is hopeless is not tried again, whatever it asks for", () => {
  expect(judge(answer(403, "", { "retry-after": "5" }))).not.toHaveProperty("retryAfterMs");
});

test("the provider's words are one line, bounded, and move no cursor", () => {
  const outcome = judge(answer(400, `\u001b[31m\u202e${"x".repeat(70_000)}`));
  const { reason } = outcome as { reason: string };
  expect(reason).toMatch(/^HTTP 400: \\x1b\[31m\\u\{202e\}x+…$/);
  expect(reason.length).toBeLessThan(320);
});

test("of a page of HTML its words are told", () => {
  const page = `<!doctype html><html><head><title>Bad Gateway</title><style>p { color: red }</style></head><body><h1>nginx</h1></body></html>`;
  expect(judge(answer(502, page))).toMatchObject({ reason: "HTTP 502: Bad Gateway nginx" });
});

test("a kind may read its provider's words its own way", () => {
  expect(judgeAnswer(answer(400, `{"message":"Unknown Webhook","code":10015}`), { words: messageOf })).toMatchObject({
    reason: "HTTP 400: Unknown Webhook",
  });
  expect(judgeAnswer(answer(400, "<b>"), { words: () => null })).toMatchObject({ reason: "HTTP 400" });
});
