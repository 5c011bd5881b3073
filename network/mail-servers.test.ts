import { expect, onTestFinished, test } from "vitest";
import { playDns, type DnsAnswer, type MailAnswer } from "#testing/server/play-dns.ts";
import { findMailServers, findServer } from "./mail-servers.ts";

type Zone = { mail?: Record<string, MailAnswer>; hosts?: Record<string, DnsAnswer> };
const LIMIT_MS = 1_000;

async function asking({ mail = {}, hosts = {} }: Zone, second?: Zone) {
  const playing = async (zone: Zone) => {
    const { hosts: names = {}, mail: exchanges = {} } = zone;
    const server = await playDns(
      (name, family) => {
        const answer = names[name] ?? "nxdomain";
        const isOf = (address: string) => address.includes(":") === (family === "AAAA");
        if (typeof answer === "string") return answer;
        return Array.isArray(answer) ? answer.filter(isOf) : { ...answer, addresses: answer.addresses.filter(isOf) };
      },
      { mail: exchanges },
    );
    onTestFinished(() => server.close());
    return server.address;
  };
  const servers = [await playing({ mail, hosts })];
  return { servers, secondServers: second ? [await playing(second)] : [] };
}

const found = async (domain: string, zone: Zone, second?: Zone) => findMailServers(domain, await asking(zone, second), LIMIT_MS);

test("mail arrives through the hosts of the MX records, by preference, each with its addresses of both families", async () => {
  const mail = { "example.com": ["20 mx2.example.com", "10 MX1.Example.com"] };
  const hosts = { "mx1.example.com": ["192.0.2.1", "2001:db8::1"], "mx2.example.com": ["192.0.2.2"] };
  expect(await found("example.com", { mail, hosts })).toEqual({
    servers: [
      { host: "mx1.example.com", port: 25, aliases: [], addresses: ["2001:db8::1", "192.0.2.1"] },
      { host: "mx2.example.com", port: 25, aliases: [], addresses: ["192.0.2.2"] },
    ],
  });
});

test("without an MX record the domain itself takes its mail", async () => {
  expect(await found("example.com", { hosts: { "example.com": ["192.0.2.7"] } })).toEqual({
    servers: [{ host: "example.com", port: 25, aliases: [], addresses: ["192.0.2.7"] }],
  });
});

test("a null MX says that a domain takes no mail, whatever address it has", async () => {
  const zone = { mail: { "example.com": ["0 ."] }, hosts: { "example.com": ["192.0.2.7"] } };
  expect(await found("example.com", zone)).toEqual({ servers: [] });
});

test("a host that is an alias is told with the names it stands for", async () => {
  const zone: Zone = {
    mail: { "example.com": ["10 mx.example.com"] },
    hosts: {
      "mx.example.com": { aliases: ["in.hoster.example", "host7.hoster.example"], addresses: ["192.0.2.7"] },
      "in.hoster.example": { aliases: ["host7.hoster.example"], addresses: ["192.0.2.7"] },
      "host7.hoster.example": ["192.0.2.7"],
    },
  };
  expect(await found("example.com", zone)).toEqual({
    servers: [
      { host: "mx.example.com", port: 25, aliases: ["in.hoster.example", "host7.hoster.example"], addresses: ["192.0.2.7"] },
    ],
  });
});

test("a host whose addresses cannot be found is told without any", async () => {
  const mail = { "example.com": ["10 mx1.example.com", "20 mx2.example.com"] };
  const hosts: Record<string, DnsAnswer> = { "mx1.example.com": "servfail", "mx2.example.com": ["192.0.2.2"] };
  expect(await found("example.com", { mail, hosts })).toMatchObject({
    servers: [
      { host: "mx1.example.com", addresses: [] },
      { host: "mx2.example.com", addresses: ["192.0.2.2"] },
    ],
  });
});

test.each<[string, Zone, string]>([
  ["there is no such domain", { mail: { "example.com": "nxdomain" } }, "nxdomain"],
  ["it has neither MX record nor address", { hosts: { "example.com": [] } }, "nodata"],
  ["the resolver fails", { mail: { "example.com": "servfail" } }, "servfail"],
  ["the resolver says nothing", { mail: { "example.com": "silence" } }, "timeout"],
])("where %s there is no answer, and why", async (_, zone, failure) => {
  expect(await found("example.com", zone)).toEqual({ failure });
});

test("resolvers of another network are asked where the first fail", async () => {
  const good = { mail: { "example.com": ["10 mx1.example.com"] }, hosts: { "mx1.example.com": ["192.0.2.1"] } };
  const bad: Zone = { mail: { "example.com": "servfail" }, hosts: { "mx1.example.com": "servfail" } };
  expect(await found("example.com", bad, good)).toMatchObject({ servers: [{ host: "mx1.example.com", addresses: ["192.0.2.1"] }] });
});

test("a domain of this machine is never asked for", async () => {
  expect(await found("ehlowatch.localhost", { mail: { "ehlowatch.localhost": "servfail" } })).toMatchObject({
    servers: [{ host: "ehlowatch.localhost", addresses: ["127.0.0.1", "::1"] }],
  });
});

test("a relay is looked up by its name, and an address is its own answer", async () => {
  const asked = await asking({ hosts: { "relay.example.net": ["192.0.2.3"] } });
  const addressesOf = (host: string) => findServer({ host, port: 587 }, asked, LIMIT_MS);
  expect(await addressesOf("relay.example.net")).toMatchObject({ servers: [{ port: 587, addresses: ["192.0.2.3"] }] });
  expect(await addressesOf("192.0.2.9")).toMatchObject({ servers: [{ addresses: ["192.0.2.9"] }] });
  expect(await addressesOf("gone.example.net")).toEqual({ failure: "nxdomain" });
});
