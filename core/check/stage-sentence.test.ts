import { expect, test } from "vitest";
import { stageSentence } from "./stage-sentence.ts";

test.each([
  [{ stage: "dns", ms: 3.8 }, undefined, "dns: 3.8 ms"],
  [{ stage: "ehlo-tls", ms: 21, reply: null }, 20, "ehlo after TLS: 21 ms, slow above 20 ms"],
  [
    { stage: "rcpt", ms: 21, reply: { code: 452, enhanced: "4.3.1", text: "4.3.1 Full" } },
    undefined,
    "rcpt: 21 ms, 452 4.3.1 Full",
  ],
  [{ stage: "rcpt", ms: 21, reply: { code: 452, enhanced: "4.3.1", text: "Full" } }, undefined, "rcpt: 21 ms, 452 4.3.1 Full"],
  [{ stage: "quit", ms: 1_500, reply: { code: 221, enhanced: null, text: "" } }, undefined, "quit: 1.50 s, 221"],
  [
    { stage: "login", ms: 21, reply: { code: "NO", enhanced: "AUTHENTICATIONFAILED", text: "[AUTHENTICATIONFAILED] Wrong." } },
    undefined,
    "login: 21 ms, NO [AUTHENTICATIONFAILED] Wrong.",
  ],
  [{ stage: "ehlo", ms: 1, reply: { code: 250, enhanced: null, text: "a\u001bb" } }, undefined, "ehlo: 1 ms, 250 a\\x1bb"],
] as const)("%j is told in one line", (report, limitMs, sentence) => {
  expect(stageSentence(report, limitMs)).toBe(sentence);
});
