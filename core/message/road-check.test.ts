import { describe, expect, test } from "vitest";
import type { MailServer } from "./mail-route.ts";
import { checkRoad, crossingsWith, isEndangered, monitorsOn, type Watched } from "./road-check.ts";

const server = (host: string, addresses: string[] = [], aliases: string[] = []): MailServer => ({
  host,
  port: 25,
  aliases,
  addresses,
});
const watching = (monitorId: number, host: string, addresses: string[] = [], port = 587): Watched => ({
  monitorId,
  name: `Monitor ${monitorId}`,
  host,
  port,
  addresses,
});

/** The ids of the monitors that watch a server on the way. */
function meets(servers: MailServer[], watched: Watched[], relays: MailServer[] = []): number[] {
  return monitorsOn(checkRoad({ servers, relays }, crossingsWith(watched))).map(({ monitorId }) => monitorId);
}

describe("a server is the one a monitor watches", () => {
  test.each<[string, MailServer, Watched]>([
    ["by its name", server("mx1.example.com"), watching(1, "mx1.example.com")],
    ["by its name in capitals and with the root dot", server("MX1.Example.com."), watching(1, "mx1.example.com")],
    [
      "by the name that its name stands for",
      server("mail.example.com", [], ["host7.hoster.example"]),
      watching(1, "host7.hoster.example"),
    ],
    [
      "by an address that the monitor was last at",
      server("mx1.example.com", ["192.0.2.1"]),
      watching(1, "smtp.example.net", ["192.0.2.1"]),
    ],
    ["by an address that the monitor is set to", server("mx1.example.com", ["192.0.2.1"]), watching(1, "192.0.2.1")],
    ["by an IPv6 address spelled otherwise", server("mx1.example.com", ["2001:db8::1"]), watching(1, "2001:DB8:0:0::1")],
    [
      "by one of many addresses",
      server("mx1.example.com", ["192.0.2.1", "2001:db8::1"]),
      watching(1, "a.example", ["192.0.2.9", "2001:db8::1"]),
    ],
  ])("%s", (_, one, watched) => {
    expect(meets([one], [watched])).toEqual([1]);
  });

  test.each<[string, MailServer, Watched]>([
    ["of the same domain", server("mx1.example.com"), watching(1, "www.example.com")],
    ["whose name only ends alike", server("mx1.example.com"), watching(1, "notmx1.example.com")],
    ["at the next address", server("mx1.example.com", ["192.0.2.1"]), watching(1, "a.example", ["192.0.2.10"])],
    ["without any address yet", server("mx1.example.com"), watching(1, "a.example")],
  ])("and not one %s", (_, one, watched) => {
    expect(meets([one], [watched])).toEqual([]);
  });
});

test.each(["127.0.0.1", "::1", "mail.localhost"])("on loopback (%s) it is the one only at the same port", (host) => {
  expect(meets([server(host)], [watching(1, host, [host], 2525)])).toEqual([]);
  expect(meets([server(host)], [watching(1, host, [host], 25)])).toEqual([1]);
});

test("a domain of several servers says which of them are watched, by whom, and whether mail has another way in", () => {
  const servers = [server("mx1.example.com", ["192.0.2.1"]), server("mx2.example.com", ["192.0.2.2"])];
  const find = crossingsWith([watching(1, "mx1.example.com"), watching(2, "192.0.2.1"), watching(3, "elsewhere.example")]);
  const check = checkRoad({ servers, relays: [] }, find);
  expect(check).toEqual({
    arrives: [
      {
        host: "mx1.example.com",
        monitors: [
          { monitorId: 1, name: "Monitor 1" },
          { monitorId: 2, name: "Monitor 2" },
        ],
      },
    ],
    isOnlyWay: false,
    leaves: [],
  });
  expect(isEndangered(check)).toBe(true);
});

test("a relay that is watched endangers mail only where there is no other", () => {
  const relays = [server("relay1.example.net"), server("relay2.example.net")];
  const away = [server("mx.elsewhere.example")];
  expect(meets(away, [watching(1, "relay1.example.net")], relays)).toEqual([]);
  expect(meets(away, [watching(1, "relay1.example.net"), watching(2, "relay2.example.net")], relays)).toEqual([1, 2]);
  expect(meets(away, [watching(1, "relay1.example.net")], relays.slice(0, 1))).toEqual([1]);
});

test("a domain that takes no mail, and a way that is not known yet, meet nothing", () => {
  expect(meets([], [watching(1, "mx1.example.com", ["192.0.2.1"])])).toEqual([]);
});
