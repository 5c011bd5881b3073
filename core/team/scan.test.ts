import { expect, test } from "vitest";
import { MAIL_PORTS } from "../monitor/port.ts";
import { scanSeen, type Wanted } from "./scan.ts";

const servers = (count: number, make: (at: number) => Partial<Wanted>): Wanted[] =>
  Array.from({ length: count }, (_, at) => ({ host: "mx.example", port: 25, address: null, ...make(at) }));

test("many ports of one host are a scan; every port that mail uses is not", () => {
  expect(scanSeen(servers(10, (at) => ({ port: 20 + at })))).toBe("10 different ports of mx.example within an hour.");
  expect(scanSeen(servers(MAIL_PORTS.length, (at) => ({ port: MAIL_PORTS[at]! })))).toBeNull();
});

test("a walk through a network is a scan, by literals and by what names lead to", () => {
  expect(scanSeen(servers(20, (at) => ({ host: `198.51.100.${at}` })))).toBe("20 addresses of 198.51.100.0/24 within an hour.");
  const named = servers(20, (at) => ({ host: `h${at}.example`, address: `198.51.100.${at}` }));
  expect(scanSeen(named)).toBe("20 addresses of 198.51.100.0/24 within an hour.");
  const ipv6 = servers(20, (at) => ({ host: `2001:db8:7:${at}::1` }));
  expect(scanSeen(ipv6)).toBe("20 addresses of 2001:0db8:0007::/48 within an hour.");
  expect(scanSeen([...servers(10, (at) => ({ host: `198.51.100.${at}` })), ...named.slice(10)])).not.toBeNull();
});

test("many servers of many people are none", () => {
  expect(scanSeen([])).toBeNull();
  expect(scanSeen(servers(19, (at) => ({ host: `198.51.100.${at}` })))).toBeNull();
  expect(scanSeen(servers(500, (at) => ({ host: `mx.example${at}.com`, address: `198.51.${at % 256}.25` })))).toBeNull();
  expect(scanSeen(servers(500, (at) => ({ host: `mx.example${at}.com`, address: "198.51.100.25" })))).toBeNull();
  expect(scanSeen(servers(500, (at) => ({ host: `mx.example${at}.com` })))).toBeNull();
});
