import fc from "fast-check";
import { spf } from "mailauth/lib/spf/index.js";
import { expect, test } from "vitest";
import { spfTreeIn } from "#testing/posture/spf-tree-in.ts";
import { lookIn, type Zone } from "#testing/posture/zone.ts";
import type { RecordType } from "../../dns/answer.ts";
import { sendsFor } from "./sends-for.ts";

const HOSTS: Zone = {
  "example.com A": ["192.0.2.1"],
  "example.com MX": ["10 mail.example.com", "20 v6.example.com"],
  "mail.example.com A": ["192.0.2.16", "198.51.100.7"],
  "v6.example.com AAAA": ["2001:db8::16"],
};
const qualifiers = fc.constantFrom("", "+", "-", "~", "?");
const mechanisms = fc.constantFrom(
  "ip4:192.0.2.0/28",
  "ip4:198.51.100.7",
  "ip6:2001:db8::/64",
  "a",
  "a/24",
  "a:mail.example.com",
  "a:v6.example.com//120",
  "a:gone.example.com",
  "mx",
  "mx/28",
  "include:one.example",
  "include:two.example",
  "include:none.example",
  "exists:mail.example.com",
  "all",
);
const terms = fc.array(fc.tuple(qualifiers, mechanisms), { maxLength: 5 });
const texts = fc
  .tuple(terms, fc.constantFrom("", " -all", " ~all", " redirect=two.example", " redirect=none.example"))
  .map(([some, end]) => `v=spf1 ${some.map((term) => term.join("")).join(" ")}${end}`);
const leaves = fc.constantFrom(
  "v=spf1 ip4:192.0.2.16 -all",
  "v=spf1 ip6:2001:db8::16 ?all",
  "v=spf1 mx:example.com ~all",
  "v=spf1 a:mail.example.com",
  "v=spf1 +all",
);
const addresses = fc.constantFrom(
  "192.0.2.1",
  "192.0.2.16",
  "192.0.2.99",
  "198.51.100.7",
  "203.0.113.1",
  "2001:db8::16",
  "2001:db8:1::1",
);

/** A DNS client as Node has it. */
const resolverOf = (zone: Zone) => async (name: string, type: string) => {
  const looked = lookIn({ zone }, name, type as RecordType);
  if (looked.outcome !== "found")
    throw Object.assign(new Error(looked.outcome), { code: looked.outcome === "nodata" ? "ENODATA" : "ENOTFOUND" });
  return looked.records.map(({ data }) => (type === "TXT" ? [data] : type === "MX" ? toExchange(data) : data)) as never;
};
const toExchange = (data: unknown) => {
  const { preference, exchange } = data as { preference: number; exchange: string };
  return { priority: preference, exchange };
};

// It reads a record no further than to the term that matches, so records with mistakes (RFC 7208 section 4.6) are not among them.
test("an address passes where it passes with another implementation of RFC 7208", async () => {
  await fc.assert(
    fc.asyncProperty(texts, leaves, leaves, addresses, async (text, one, two, address) => {
      const zone: Zone = { ...HOSTS, "example.com TXT": [text], "one.example TXT": [one], "two.example TXT": [two] };
      const theirs = await spf({
        ip: address,
        sender: "a@example.com",
        helo: "example.com",
        mta: "mx.test",
        resolver: resolverOf(zone),
      });
      expect(sendsFor(spfTreeIn({ zone }, "example.com"), address)).toBe(theirs.status.result);
    }),
    { numRuns: 200 },
  );
});
