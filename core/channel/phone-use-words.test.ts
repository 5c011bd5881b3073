import { expect, test } from "vitest";
import { phoneUseWords } from "./phone-use-words.ts";

const price = { amount: 0.08, currency: "EUR" };

test.each([
  ["sms", { taken: 0, units: 0 }, null, "Your team has had 0 of 100 SMS today (UTC)."],
  ["sms", { taken: 1, units: 1 }, null, "Your team has had 1 of 100 SMS today (UTC), in 1 segment."],
  [
    "sms",
    { taken: 3, units: 5 },
    price,
    "Your team has had 3 of 100 SMS today (UTC), in 5 segments: about 0.40 EUR. A segment costs about 0.08 EUR.",
  ],
  [
    "phone",
    { taken: 2, units: 2 },
    price,
    "Your team has had 2 of 100 calls today (UTC): about 0.16 EUR. A minute costs about 0.08 EUR.",
  ],
  ["phone", { taken: 0, units: 0 }, price, "Your team has had 0 of 100 calls today (UTC). A minute costs about 0.08 EUR."],
] as const)("%s %j", (kind, use, each, words) => {
  expect(phoneUseWords(kind, use, 100, each)).toBe(words);
});
