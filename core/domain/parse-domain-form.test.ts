import { expect, test } from "vitest";
import { monitorFormValues } from "../monitor/monitor-form.ts";
import { parseDomainForm } from "./parse-domain-form.ts";

function parsed(typed: Record<string, string>) {
  const form = new FormData();
  for (const [field, value] of Object.entries({ host: "example.com", ehloName: "probe.example.net", ...typed }))
    form.set(field, value);
  return parseDomainForm(monitorFormValues(form));
}

test("a domain with its DKIM selectors and sending addresses, each once and in the one spelling that counts", () => {
  expect(parsed({ host: "Example.COM.", selectors: "S1, mail\ns1", senders: "192.0.2.1 2001:DB8:0::25" })).toEqual({
    ok: true,
    target: {
      kind: "domain",
      host: "example.com",
      port: 25,
      ehloName: "probe.example.net",
      selectors: ["s1", "mail"],
      senders: ["192.0.2.1", "2001:db8::25"],
      tests: [],
    },
    secret: { kind: "none" },
    timeLimitS: 60,
  });
});

test("a name in Unicode is watched by its A-labels, and of an address its domain", () => {
  expect(parsed({ host: "bücher.example" })).toMatchObject({ target: { host: "xn--bcher-kva.example" } });
  expect(parsed({ host: "postmaster@bücher.example" })).toMatchObject({ target: { host: "xn--bcher-kva.example" } });
});

test.each([
  [{ host: "" }, { host: "Enter a domain, such as example.com." }],
  [{ host: "192.0.2.1" }, { host: "Enter a domain, such as example.com." }],
  [{ selectors: "s1 a/b" }, { selectors: "A DKIM selector is a name such as “mail” or “s1”." }],
  [{ senders: "192.0.2.300" }, { senders: "“192.0.2.300” is no IP address." }],
])("%j is refused", (typed, errors) => {
  expect(parsed(typed)).toEqual({ ok: false, errors });
});
