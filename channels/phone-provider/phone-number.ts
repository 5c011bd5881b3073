import { parsePhoneNumberFromString, type NumberType } from "libphonenumber-js/max";
import { z } from "zod";

/** What a number is for: texts or calls. */
export type PhoneUse = "sms" | "phone";

const COUNTRY_NAMES = new Intl.DisplayNames("en", { type: "region" });

/**
 * The types of number that are taken. Whoever is called on a premium-rate or shared-cost number earns by it, and a freephone, pager or
 * universal access number is nobody's own (https://www.itu.int/rec/T-REC-E.164 has the types; libphonenumber tells them apart).
 */
const TAKEN: Record<PhoneUse, readonly NumberType[]> = {
  sms: ["MOBILE", "FIXED_LINE_OR_MOBILE"],
  phone: ["MOBILE", "FIXED_LINE_OR_MOBILE", "FIXED_LINE", "VOIP"],
};

/** A phone number as people write it, with its country's code, made E.164. Every message is a sentence for the form. */
export function phoneNumberSchema(use: PhoneUse): z.ZodType<string> {
  return z.string().transform((typed, context) => {
    const read = readNumber(typed, use);
    if (read.complaint === null) return read.number;
    context.addIssue({ code: "custom", message: read.complaint });
    return z.NEVER;
  });
}

/** Why a number (E.164) may not be texted nor called from here; null where it may. `countries` are the codes of those that may. */
export function countryComplaint(number: string, countries: readonly string[]): string | null {
  const country = parsePhoneNumberFromString(number)?.country;
  if (country !== undefined && countries.includes(country)) return null;
  const where = country === undefined ? "of no country" : `in ${COUNTRY_NAMES.of(country)}`;
  return `From here nothing goes to numbers ${where}. Whoever runs this Ehlowatch says which countries it may be.`;
}

/** A number (E.164) as people read it: `+49 1512 3456789`. */
export function numberText(number: string): string {
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number;
}

type Read = { complaint: string } | { complaint: null; number: string };

function readNumber(typed: string, use: PhoneUse): Read {
  const text = typed.trim().replace(/^00(?=\d)/, "+");
  if (text === "") return { complaint: "Enter a phone number." };
  if (!text.startsWith("+")) return { complaint: "Begin with + and the country's code, as in +49 1512 3456789." };
  const parsed = parsePhoneNumberFromString(text, { extract: false });
  if (!parsed) return { complaint: "This is not a phone number." };
  if (parsed.ext) return { complaint: "A number with an extension cannot be reached." };
  const { country, number } = parsed;
  if (country === undefined) return { complaint: "Numbers of no country, such as those of satellite phones, cannot be used." };
  if (!parsed.isValid()) return { complaint: `There is no such number in ${COUNTRY_NAMES.of(country)}: look at its digits again.` };
  const type = parsed.getType();
  if (type !== undefined && TAKEN[use].includes(type)) return { complaint: null, number };
  if (type === "FIXED_LINE") return { complaint: "This is a landline, which gets no SMS. Use a phone call." };
  return { complaint: "Only ordinary numbers can be used: no premium-rate, shared-cost, freephone or other service numbers." };
}
