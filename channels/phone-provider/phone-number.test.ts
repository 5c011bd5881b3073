import { describe, expect, test } from "vitest";
import { countryComplaint, numberText, phoneNumberSchema, type PhoneUse } from "./phone-number.ts";

const read = (typed: string, use: PhoneUse = "phone") => phoneNumberSchema(use).safeParse(typed);
const complaint = (typed: string, use?: PhoneUse) => read(typed, use).error?.issues.map(({ message }) => message);

test.each([
  ["+4915123456789", "+4915123456789"],
  [" +49 (0)151 / 2345-6789 ", "+4915123456789"],
  ["0049 151 23456789", "+4915123456789"],
  ["+1 (202) 555-0123", "+12025550123"],
])("%j is the mobile number %s, and reads as itself", (typed, number) => {
  for (const use of ["sms", "phone"] as const) {
    expect(read(typed, use).data).toBe(number);
    expect(read(number, use).data).toBe(number);
  }
});

test("a landline can be called, and gets no SMS", () => {
  expect(read("+49 30 1234567").data).toBe("+49301234567");
  expect(complaint("+49 30 1234567", "sms")).toEqual(["This is a landline, which gets no SMS. Use a phone call."]);
});

test.each([
  ["", "Enter a phone number."],
  ["0151 23456789", "Begin with + and the country's code, as in +49 1512 3456789."],
  ["+", "This is not a phone number."],
  ["+49 call me", "This is not a phone number."],
  ["+49 151 2", "There is no such number in Germany: look at its digits again."],
  ["+1 202 555 0123 ext. 5", "A number with an extension cannot be reached."],
  ["+0 151 23456789", "This is not a phone number."],
])("%j: %s", (typed, sentence) => {
  expect(complaint(typed)).toEqual([sentence]);
});

describe("a number that somebody earns by, or that is nobody's own, is refused:", () => {
  const SERVICE = "Only ordinary numbers can be used: no premium-rate, shared-cost, freephone or other service numbers.";
  const NO_COUNTRY = "Numbers of no country, such as those of satellite phones, cannot be used.";
  test.each([
    ["premium rate in the United States", "+1 900 555 1234", SERVICE],
    ["premium rate in Germany", "+49 900 1234567", SERVICE],
    ["premium rate in the United Kingdom", "+44 871 234 5678", SERVICE],
    ["premium rate in France", "+33 899 12 34 56", SERVICE],
    ["international premium rate", "+979 1 2345 6789", NO_COUNTRY],
    ["shared cost in Germany", "+49 180 3123456", SERVICE],
    ["freephone in Germany", "+49 800 1234567", SERVICE],
    ["freephone in the United States", "+1 800 555 1234", SERVICE],
    ["a personal number that forwards for money", "+44 70 1234 5678", SERVICE],
    ["Globalstar", "+881 6 1234 5678", NO_COUNTRY],
    ["Inmarsat", "+870 773111632", NO_COUNTRY],
    ["an international network", "+883 5100 012345", NO_COUNTRY],
  ])("%s", (_, typed, sentence) => {
    for (const use of ["sms", "phone"] as const) expect(complaint(typed, use)).toEqual([sentence]);
  });
});

test("a number goes by its country, not by the digits it shares with another", () => {
  expect(countryComplaint("+12025550123", ["US"])).toBeNull();
  expect(countryComplaint("+18765551234", ["US"])).toMatch(/^From here nothing goes to numbers in Jamaica\. /);
  expect(countryComplaint("+881612345678", ["US"])).toMatch(/^From here nothing goes to numbers of no country\. /);
});

test("a number is shown as people read it", () => {
  expect(numberText("+4915123456789")).toBe("+49 1512 3456789");
});
