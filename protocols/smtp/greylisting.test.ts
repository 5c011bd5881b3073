import fc from "fast-check";
import { expect, test } from "vitest";
import { greylistWaitMs } from "./greylisting.ts";
import { ReplyParser } from "./reply-parser.ts";
import { toldWaitMs } from "./told-wait.ts";

/** How long the reply of this one line makes us wait, in seconds; null where it is none of a greylist. */
function waitS(line: string): number | null {
  const reply = new ReplyParser().take(line);
  if (reply === undefined || "failure" in reply) throw new Error(`${line} is no reply`);
  const waitMs = greylistWaitMs(reply);
  return waitMs === null ? null : waitMs / 1000;
}

/** As servers say it. */
test.each([
  [
    "450 4.2.0 <joe@mx.example>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/mx.example.html",
    300,
  ],
  ["450 4.7.1 <joe@mx.example>: Recipient address rejected: Greylisted for 5 minutes", 300],
  ["451 4.7.1 Greylisting in action, please come back in 00:04:59", 299],
  ["450 4.2.0 Sender address rejected: Greylisted for 180 sec.", 180],
  ["451 4.7.1 Greylisted, please try again in 300 seconds", 300],
  ["451 4.7.1 Graylisted - try again in 4m59s", 299],
  ["450 Grey-listed, try again in 1 hour and 30 min", 3600],
  ["451 greylisted: retry in 0 seconds", 1],
  ["422 4.2.2 Greylisted, please try again in a few moments.", 300],
  ["421 4.7.0 greylisting in action", 300],
  ["451 Temporary failure, please try again later.", 300],
  ["451 4.7.1 Service unavailable - try again later", 300],
  ["451 4.7.1 Try again later", 300],
  ["451 4.7.1  ", 300],
  ["450 4.7.1 <joe@host.example>: Recipient address rejected: Policy Rejection- Please try later.", 300],
  ["450 4.7.0 <mailbox@domain.example>: Recipient address rejected: wait 10 minutes", 600],
])("%j is a greylist's, and wants %d s", (line, seconds) => expect(waitS(line)).toBe(seconds));

test.each([
  "452 4.3.1 Insufficient system storage",
  "452 4.2.2 Mailbox full, try again later",
  "450 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages",
  "450 4.2.0 Mailbox is busy, try again later",
  "450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.1]",
  "450 4.7.1 <probe.example>: Helo command rejected: Host not found",
  "450 4.1.8 <joe@mx.example>: Sender address rejected: Domain not found",
  "450 4.1.1 <joe@mx.example>: Recipient address rejected: unverified address: Address verification in progress",
  "451 4.3.0 <joe@mx.example>: Temporary lookup failure",
  "451 4.3.5 Server configuration error",
  "451 4.7.500 Server busy. Please try again later",
  "451 Temporary local problem - please try later",
  "451 4.7.1 Too many errors, try again later",
  "450 4.4.2 Connection timed out, try again later",
  "421 4.3.2 Service shutting down, try again later",
  "550 5.7.1 Greylisted for ever",
  "250 2.1.5 not greylisted",
])("%j is no greylist's", (line) => expect(waitS(line)).toBeNull());

test.each([
  ["try again in 300 seconds", 300_000],
  ["in 5 minutes", 300_000],
  ["wait 1h", 3_600_000],
  ["00:05:00", 300_000],
  ["come back in 01:00:30 [hours]", 3_630_000],
  ["2 hours, 5 minutes and 1 second", 7_501_000],
  ["after 45secs.", 45_000],
  ["try again later", null],
  ["error 4.7.1 from 192.0.2.1", null],
  ["5 msgs, 7 servers and 3 hosts", null],
  ["at 12:30", null],
  ["", null],
])("%j says to wait %j ms", (text, ms) => expect(toldWaitMs(text)).toBe(ms));

test("whatever a server says, the wait is between a second and an hour, and is found quickly", () => {
  const words = fc.constantFrom("greylisted", "1 h ", "9999 s", "00:00:00", "<", ">", " and ", "5", "m", ":", "4.7.1 ", "later");
  fc.assert(
    fc.property(fc.array(words, { maxLength: 2_000 }), (parts) => {
      const waitMs = greylistWaitMs({ code: 450, enhanced: null, lines: [parts.join("")] });
      expect(waitMs === null || (waitMs >= 1_000 && waitMs <= 3_600_000)).toBe(true);
    }),
    { numRuns: 500 },
  );
  const startedAtMs = performance.now();
  for (const piece of ["<", "1 ", "1s", "1 s and ", "00:", " "])
    greylistWaitMs({ code: 450, enhanced: null, lines: [piece.repeat(60_000)] });
  expect(performance.now() - startedAtMs).toBeLessThan(500);
});
