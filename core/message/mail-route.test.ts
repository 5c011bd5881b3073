import { expect, test } from "vitest";
import { lookUpAfterMs, mailDomainOf, nameOf, relayNamed, relayOf, soundFirst, withAddressesKept } from "./mail-route.ts";

test.each([
  ["ops@Example.COM", "example.com"],
  ["ops@example.com.", "example.com"],
  [" a+b@mail.example.com ", "mail.example.com"],
])("the domain of %s is %s", (address, domain) => {
  expect(mailDomainOf(address)).toBe(domain);
});

test.each([
  ["MX1.Example.com.", "mx1.example.com"],
  ["[2001:DB8:0::1]", "2001:db8::1"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["192.0.2.1", "192.0.2.1"],
])("%s is the same as %s", (host, name) => {
  expect(nameOf(host)).toBe(name);
});

test("look-ups are spread around an hour, and around five minutes after a failure", () => {
  expect([0, 0.5, 1].map((chance) => lookUpAfterMs(false, chance))).toEqual([2_700_000, 3_600_000, 4_500_000]);
  expect([0, 0.5, 1].map((chance) => lookUpAfterMs(true, chance))).toEqual([225_000, 300_000, 375_000]);
});

test("a server whose addresses cannot be found just now keeps those it had, and one that is gone is gone", () => {
  const mx1 = { host: "mx1.example.com", port: 25, aliases: [], addresses: ["192.0.2.1"] };
  const mx2 = { host: "mx2.example.com", port: 25, aliases: [], addresses: ["192.0.2.2"] };
  const kept = withAddressesKept(
    [
      { ...mx1, addresses: [] },
      { host: "mx3.example.com", port: 25, aliases: [], addresses: [] },
    ],
    [mx1, mx2],
  );
  expect(kept).toEqual([mx1, { host: "mx3.example.com", port: 25, aliases: [], addresses: [] }]);
});

test.each([
  ["smtp://127.0.0.1:2526", { name: "127.0.0.1:2526", host: "127.0.0.1", port: 2526 }],
  ["smtp://user:p%40ss@Relay.Example.net", { name: "relay.example.net:587", host: "relay.example.net", port: 587 }],
  ["smtps://relay.example.net", { name: "relay.example.net:465", host: "relay.example.net", port: 465 }],
  ["smtp://[2001:DB8::1]:25", { name: "2001:db8::1:25", host: "2001:db8::1", port: 25 }],
])("the relay of %s, and of its name", (url, relay) => {
  expect(relayOf(url)).toEqual(relay);
  expect(relayNamed(relay.name)).toEqual(relay);
});

test("relays that are down come last, the others in their order", () => {
  const urls = ["smtp://a.example", "smtp://b.example", "smtp://c.example:25", "smtp://d.example"];
  expect(soundFirst(urls, new Set())).toEqual(urls);
  expect(soundFirst(urls, new Set(["a.example:587", "c.example:25"]))).toEqual([urls[1], urls[3], urls[0], urls[2]]);
  expect(soundFirst(urls.slice(0, 1), new Set(["a.example:587"]))).toEqual(urls.slice(0, 1));
});
