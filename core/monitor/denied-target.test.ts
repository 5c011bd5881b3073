import { expect, test } from "vitest";
import { deniedTargetSchema } from "./denied-target.ts";

const read = (target: string) => {
  const parsed = deniedTargetSchema.safeParse({ target, note: "" });
  return parsed.success ? parsed.data.target : parsed.error.issues[0]!.message;
};

test.each([
  [" 192.0.2.7 ", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:DB8:0::5", "2001:db8::5"],
  ["192.0.2.7/24", "192.0.2.0/24"],
  ["10.0.0.0/8", "10.0.0.0/8"],
  ["2001:db8::5/032", "2001:db8::/32"],
  ["Example.COM.", "example.com"],
  ["münchen.example", "xn--mnchen-3ya.example"],
])("%s is kept as %s", (typed, kept) => expect(read(typed)).toBe(kept));

test.each([
  ["", /^Enter an address/],
  ["com", /^Enter an address/],
  ["not a name.example", /^Enter an address/],
  ["192.0.2.300", /^Enter an address/],
  ["192.0.2.0/33", /no range/],
  ["2001:db8::/129", /no range/],
  ["1.2.3/8", /no range/],
  ["0.0.0.0/0", /too wide/],
  ["::/0", /too wide/],
])("“%s” is none", (typed, complaint) => expect(read(typed)).toMatch(complaint));
