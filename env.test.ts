import { expect, test } from "vitest";
import { readEnv } from "./env.ts";

const NEEDED = {
  DATABASE_URL: "postgres://nobody@127.0.0.1:1/none",
  NEXTAUTH_SECRET: "x".repeat(32),
  SECRETS_KEY: Buffer.alloc(32, 7).toString("base64"),
};
const relaysOf = (settings: Record<string, string>) => readEnv({ ...NEEDED, ...settings }).SMTP_URLS;

test("several relays are tried in the order in which they are named", () => {
  expect(relaysOf({ SMTP_URLS: " smtps://ada:secret@one.example\n smtp://two.example:587 " })).toEqual([
    "smtps://ada:secret@one.example",
    "smtp://two.example:587",
  ]);
});

test("a single one has a name of its own, and without any it is the built-in mailbox", () => {
  expect(relaysOf({ SMTP_URL: "smtp://one.example" })).toEqual(["smtp://one.example"]);
  expect(relaysOf({})).toEqual(["smtp://127.0.0.1:2526"]);
});

test.each([
  [{ SMTP_URL: "smtp://one.example", SMTP_URLS: "smtp://two.example" }, "SMTP_URLS is set and so is SMTP_URL: keep one of them"],
  [
    { SMTP_URL: "smtp://one.example smtp://two.example" },
    "SMTP_URL must be one smtp:// or smtps:// URL; several go into SMTP_URLS",
  ],
  [{ SMTP_URL: "" }, "SMTP_URL must be one smtp:// or smtps:// URL; several go into SMTP_URLS"],
  [{ SMTP_URLS: "smtp://one.example http://two.example" }, "SMTP_URLS.1 must be smtp:// or smtps:// URLs"],
  [{ SMTP_URLS: "smtp://" }, "SMTP_URLS.0 must be smtp:// or smtps:// URLs"],
  [{ SMTP_URLS: " " }, "SMTP_URLS must name an SMTP server"],
])("%j is refused", (settings, complaint) => {
  expect(() => relaysOf(settings)).toThrow(`The environment is not right:\n  ${complaint}`);
});

test("everything wrong is named at once", () => {
  const wrong = { DATABASE_URL: "mysql://x", SMTP_URL: "smtp://one.example", SMTP_URLS: "smtp://two.example", LOG_LEVEL: "loud" };
  expect(() => readEnv({ ...NEEDED, ...wrong })).toThrow(/DATABASE_URL[^]*LOG_LEVEL[^]*SMTP_URLS is set and so is SMTP_URL/);
});

test("a domain of the receiver is one, in lower case, and a certificate comes with its key", () => {
  expect(readEnv({ ...NEEDED, INBOUND_DOMAIN: "In.Example.COM" })).toMatchObject({
    INBOUND_DOMAIN: "in.example.com",
    INBOUND_PORT: 2525,
  });
  expect(readEnv(NEEDED).INBOUND_DOMAIN).toBe("");
  expect(() => readEnv({ ...NEEDED, INBOUND_DOMAIN: "a b" })).toThrow("INBOUND_DOMAIN must be a domain");
  expect(() => readEnv({ ...NEEDED, INBOUND_TLS_CERT: "/a.pem" })).toThrow("INBOUND_TLS_CERT and INBOUND_TLS_KEY are set together");
});

test.each([
  ["", []],
  [
    "192.0.2.53, 2001:db8::53 [2001:db8::53]:5353 192.0.2.53:5353",
    ["192.0.2.53", "2001:db8::53", "[2001:db8::53]:5353", "192.0.2.53:5353"],
  ],
  ["https://dns.example/dns-query", ["https://dns.example/dns-query"]],
])("DNS servers are addresses, or one URL: %s", (text, servers) => {
  expect(readEnv({ ...NEEDED, DNS_SERVERS: text }).DNS_SERVERS).toEqual(servers);
});

test.each([
  "dns.example",
  "http://dns.example/",
  "https://",
  "https://a.example https://b.example",
  "192.0.2.53 https://a.example",
  "192.0.2.53:",
])("and nothing else: %s", (text) => {
  expect(() => readEnv({ ...NEEDED, DNS_SERVERS: text })).toThrow("DNS_SERVERS must be addresses of DNS servers");
});
