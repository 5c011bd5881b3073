import { expect, test } from "vitest";
import { lookIn, type Zone } from "#testing/posture/zone.ts";
import { bimi, bimiName, type BimiSeen } from "./bimi.ts";

const NAME = bimiName("example.com");
const found = (zone: Zone, policy: BimiSeen["policy"] = "reject") =>
  bimi({ domain: "example.com", answer: lookIn({ zone }, NAME, "TXT"), policy });
const codes = (texts: Zone[string], policy?: BimiSeen["policy"]) =>
  found({ [`${NAME} TXT`]: texts }, policy).map(({ code }) => code);
const LOGO = "v=BIMI1; l=https://example.com/logo.svg";
const WHOLE = `${LOGO}; a=https://example.com/logo.pem`;

test.each([
  [[WHOLE], ["bimi.good"]],
  [[LOGO], ["bimi.good", "bimi.no-evidence"]],
  [["v=BIMI1; l=; a="], ["bimi.declined"]],
  [["v=BIMI1; l="], ["bimi.declined"]],
  [["v=BIMI1; l=http://example.com/logo.svg; a=https://example.com/a.pem"], ["bimi.logo"]],
  [["v=BIMI1; l=https://example.com/logo.png; a=https://example.com/a.pem"], ["bimi.logo"]],
  [[`${LOGO}; a=self`], ["bimi.evidence"]],
  [["v=BIMI1; a=https://example.com/a.pem"], ["bimi.syntax"]],
  [["v=BIMI1; l"], ["bimi.syntax"]],
  [[WHOLE, LOGO], ["bimi.several"]],
  [["v=BIMI2; l="], ["bimi.absent"]],
])("%j: %j", (texts, expected) => {
  expect(codes(texts)).toEqual(expected);
});

test("it counts for nothing unless DMARC is enforced", () => {
  expect(codes([WHOLE], "quarantine")).toEqual(["bimi.good"]);
  expect(codes([WHOLE], "none")).toEqual(["bimi.dmarc"]);
  expect(codes([WHOLE], null)).toEqual(["bimi.dmarc"]);
});

test("what could not be looked up is not judged", () => {
  expect(codes("timeout")).toEqual(["bimi.untold"]);
});
