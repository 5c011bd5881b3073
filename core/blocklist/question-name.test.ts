import { expect, test } from "vitest";
import { questionName, subjectOf } from "./question-name.ts";

test.each([
  ["192.0.2.99", "ipv4", "99.2.0.192.bl.example"],
  ["127.0.0.2", "ipv4", "2.0.0.127.bl.example"],
  // The example of RFC 5782 section 2.4.
  ["2001:db8:1:2:3:4:567:89ab", "ipv6", "b.a.9.8.7.6.5.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.8.b.d.0.1.0.0.2.bl.example"],
  ["::ffff:7f00:2", "ipv6", "2.0.0.0.0.0.f.7.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.bl.example"],
  ["example.com", "domain", "example.com.bl.example"],
  ["xn--mgba.example", "domain", "xn--mgba.example.bl.example"],
])("%s (%s) is asked as %s", (entry, subject, name) => {
  expect(subjectOf(entry)).toBe(subject);
  expect(questionName(entry, "bl.example")).toBe(name);
});
