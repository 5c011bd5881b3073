import { expect, test } from "vitest";
import type { Reason } from "../reason/reason.ts";
import { joinPaths } from "./join-paths.ts";
import type { CheckResult } from "./result.ts";
import type { Status } from "./status.ts";

const REASONS: Record<Status, Reason | null> = {
  up: null,
  degraded: { code: "greeting.slow", stage: "greeting", reply: null, detail: "It took 900 ms." },
  down: { code: "connect.refused", stage: "connect", reply: null, detail: "2001:db8::1 ECONNREFUSED" },
  unknown: { code: "connect.no-route", stage: "connect", reply: null, detail: null },
};

const walked = (path: string, status: Status, rest: Partial<CheckResult> = {}) => ({
  path,
  result: {
    status,
    reason: REASONS[status],
    startedAt: 1_000,
    durationMs: 20,
    stages: [{ stage: "dns" as const, ms: 1, reply: null }],
    facts: {
      addresses: [path],
      address: status === "down" ? null : path,
      banner: null,
      capabilities: [],
      tls: null,
      certificate: null,
    },
    warnings: [],
    transcript: [{ direction: "note" as const, atMs: 1, stage: "dns" as const, text: path, path }],
    ...rest,
  },
});

const CASES: [Status, Status, Status][] = [
  ["up", "up", "up"],
  ["up", "degraded", "degraded"],
  ["up", "down", "degraded"],
  ["degraded", "down", "degraded"],
  ["down", "down", "down"],
  ["up", "unknown", "unknown"],
  ["down", "unknown", "down"],
  ["degraded", "unknown", "degraded"],
  ["unknown", "unknown", "unknown"],
];

test.each(CASES)("one way %s and the other %s is %s altogether", (one, other, status) => {
  expect(joinPaths([walked("a", one), walked("b", other)]).status).toBe(status);
  expect(joinPaths([walked("a", other), walked("b", one)]).status).toBe(status);
});

test("the reason is that of the way that is worst off, and names it", () => {
  const joined = joinPaths([walked("IPv4", "up"), walked("IPv6", "down")]);
  expect(joined.reason).toEqual({ ...REASONS.down, detail: "IPv6: 2001:db8::1 ECONNREFUSED" });
  expect(joinPaths([walked("IPv4", "up"), walked("IPv6", "unknown")]).reason?.detail).toBe("on IPv6");
});

test("every way keeps its verdict, its lines and its warnings", () => {
  const joined = joinPaths([
    walked("IPv4", "up", { warnings: ["odd"], durationMs: 70 }),
    walked("IPv6", "down", { startedAt: 990, retryAt: 5_000 }),
  ]);
  expect(joined.facts.paths).toMatchObject([
    { path: "IPv4", status: "up", reason: null, address: "IPv4" },
    { path: "IPv6", status: "down", reason: { code: "connect.refused" }, address: null },
  ]);
  expect(joined).toMatchObject({ startedAt: 990, durationMs: 70, retryAt: 5_000, warnings: ["IPv4: odd"] });
  expect(joined.facts.addresses).toEqual(["IPv4", "IPv6"]);
  expect(joined.transcript.map(({ path }) => path)).toEqual(["IPv4", "IPv6"]);
});

test("what is known of the server comes from a way that met it", () => {
  const facts = { addresses: [], address: "192.0.2.1", banner: "mx.example", capabilities: ["SIZE"], tls: null, certificate: null };
  const joined = joinPaths([walked("IPv6", "down"), walked("IPv4", "up", { facts })]);
  expect(joined).toMatchObject({ status: "degraded", reason: { code: "connect.refused" } });
  expect(joined.facts).toMatchObject({ banner: "mx.example", capabilities: ["SIZE"], address: "192.0.2.1" });
});
