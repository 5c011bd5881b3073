import { createHmac, timingSafeEqual } from "node:crypto";

/** A request as it came: its body untouched, and the headers `X-Slack-Request-Timestamp` and `X-Slack-Signature`. */
export type SignedRequest = { body: string; timestamp: string | null; signature: string | null };

const AT_MOST_OFF_MS = 5 * 60_000;

/**
 * Whether Slack itself sent a request, about now (epoch milliseconds): HMAC-SHA256 under the app's signing secret, and no older than five
 * minutes, so that nobody sends it once more (https://docs.slack.dev/authentication/verifying-requests-from-slack).
 */
export function isSignedBySlack({ body, timestamp, signature }: SignedRequest, signingSecret: string, now: number): boolean {
  if (timestamp === null || signature === null || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now - Number(timestamp) * 1_000) > AT_MOST_OFF_MS) return false;
  const expected = Buffer.from(`v0=${createHmac("sha256", signingSecret).update(`v0:${timestamp}:${body}`).digest("hex")}`);
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
