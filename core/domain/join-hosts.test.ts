import { expect, test } from "vitest";
import type { WalkedPath } from "../check/join-paths.ts";
import type { Status } from "../check/status.ts";
import type { Reason } from "../reason/reason.ts";
import { joinHosts, type MetHost } from "./join-hosts.ts";

const REASONS: Record<Status, Reason | null> = {
  up: null,
  degraded: { code: "tls.expiring", stage: "tls", reply: null, detail: "ends in 3 days" },
  down: { code: "connect.refused", stage: "connect", reply: null, detail: null },
  unknown: { code: "connect.no-route", stage: "connect", reply: null, detail: null },
};

let begins = 1_000;
const walked = (path: string, status: Status): WalkedPath => ({
  path,
  result: {
    status,
    reason: REASONS[status],
    startedAt: (begins += 10),
    durationMs: 20,
    stages: [],
    facts: { addresses: [], address: null, banner: null, capabilities: [], tls: null, certificate: null },
    warnings: [],
    transcript: [{ direction: "note", atMs: 1, stage: "connect", text: path, path }],
  },
});

const host = (name: string, preference: number, ...statuses: Status[]): MetHost => ({
  name,
  preference,
  paths: statuses.map((status, at) => walked(`${name} 192.0.2.${at + 1}`, status)),
});

test.each<[string, MetHost[], Status, string | null]>([
  ["all servers take mail", [host("a", 10, "up"), host("b", 20, "up")], "up", null],
  ["a backup is dead", [host("a", 10, "up"), host("b", 20, "down")], "degraded", "on b 192.0.2.1"],
  ["one of two preferred is dead", [host("a", 10, "down"), host("b", 10, "up")], "degraded", "on a 192.0.2.1"],
  ["one address of the only server is dead", [host("a", 10, "up", "down")], "degraded", "on a 192.0.2.2"],
  ["a server's certificate ends soon", [host("a", 10, "degraded")], "degraded", "a 192.0.2.1: ends in 3 days"],
  ["the worst is told", [host("a", 10, "degraded"), host("b", 10, "down")], "degraded", "on b 192.0.2.1"],
  ["only the backup takes mail", [host("a", 10, "down"), host("b", 20, "up")], "down", "on a 192.0.2.1"],
  ["nothing takes mail", [host("b", 20, "down"), host("a", 10, "down")], "down", "on a 192.0.2.1"],
  ["an address we cannot reach changes nothing", [host("a", 10, "up", "unknown")], "up", null],
  ["a backup we cannot reach changes nothing", [host("a", 10, "up"), host("b", 20, "unknown")], "up", null],
  ["the only server cannot be judged", [host("a", 10, "unknown"), host("b", 20, "down")], "unknown", "on a 192.0.2.1"],
  ["one of two preferred cannot be judged", [host("a", 10, "down"), host("b", 10, "unknown")], "unknown", "on b 192.0.2.1"],
])("%s", (_, hosts, status, detail) => {
  const joined = joinHosts(hosts);
  expect([joined.status, joined.reason?.detail ?? null]).toEqual([status, detail]);
  expect(joined.facts.paths).toHaveLength(hosts.flatMap(({ paths }) => paths).length);
});

test("the lines of what is told come first, and the time is that of all together", () => {
  const joined = joinHosts([host("a", 10, "up", "up"), host("b", 20, "down")]);
  expect(joined.transcript[0]!.path).toBe("b 192.0.2.1");
  expect(joined.durationMs).toBe(40);
});
