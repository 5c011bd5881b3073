import { expect, test } from "vitest";
import { domainTyped } from "./domain-typed.ts";

test.each([
  ["example.com", "example.com"],
  ["  Example.COM. ", "Example.COM."],
  ["user@example.com", "example.com"],
  ['"odd @ name"@example.com', "example.com"],
  ["mailto:user@example.com?subject=x", "example.com"],
  ["https://example.com/contact", "example.com"],
  ["bücher.example", "xn--bcher-kva.example"],
  ["Leser@BÜCHER.example", "xn--bcher-kva.example"],
  ["straße.example", "xn--strae-oqa.example"],
  ["日本。example", "xn--wgv71a.example"],
  ["xn--bcher-kva.example", "xn--bcher-kva.example"],
  ["not a domain", "not a domain"],
  ["bü/cher.example", "bü/cher.example"],
  ["2001:db8::1", "2001:db8::1"],
  ["", ""],
])("%j is %j", (typed, domain) => {
  expect(domainTyped(typed)).toBe(domain);
});
