import { expect, test } from "vitest";
import { FINDINGS } from "../posture/findings.ts";
import { REASON_CODES } from "../reason/reason.ts";
import { diagnose } from "./diagnosis.ts";
import { REFUSALS } from "./refusals.ts";
import { rfcLinks } from "./rfc-links.ts";

const READABLE =
  /^https:\/\/(www\.rfc-editor\.org\/rfc\/rfc\d{3,4}\.html|datatracker\.ietf\.org\/doc\/html\/draft-[\w-]+)(#section-\d+(\.\d+)*)?$/;

test("a rule leads to its section", () => {
  expect(rfcLinks("RFC 3207 section 4.2, RFC 8314")).toEqual([
    { text: "RFC 3207 section 4.2", href: "https://www.rfc-editor.org/rfc/rfc3207.html#section-4.2" },
    { text: "RFC 8314", href: "https://www.rfc-editor.org/rfc/rfc8314.html" },
  ]);
});

test("every rule that is named can be read", () => {
  const named = [
    ...REASON_CODES.map((code) => diagnose({ code, stage: null, reply: null, detail: null }).rfc),
    ...REFUSALS.map(({ rfc }) => rfc),
    ...Object.values(FINDINGS).map(({ source }) => source),
  ];
  const links = named.flatMap((rfc) => (rfc === null ? [] : rfcLinks(rfc)));
  const unreadable = links.filter(({ href }) => !READABLE.test(href));
  expect(links.length).toBeGreaterThan(100);
  expect(unreadable).toEqual([]);
});
