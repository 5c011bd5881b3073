import { expect, test } from "vitest";
import { monitorQueryHref, parseMonitorQuery } from "./monitor-query.ts";

test("what an address asks for is read, and written back as the same address", () => {
  const query = { status: "down", kind: "imap", tag: "mail in", text: "mx 1&?", page: 3 } as const;
  const url = new URL(monitorQueryHref(query), "http://localhost");
  expect(parseMonitorQuery(Object.fromEntries(url.searchParams))).toEqual(query);
  expect(monitorQueryHref({ status: null, kind: null, tag: null, text: "", page: 1 })).toBe("/monitors");
});

test("nonsense counts as not there", () => {
  const none = { status: null, kind: null, tag: null, text: "", page: 1 };
  expect(parseMonitorQuery({})).toEqual(none);
  expect(parseMonitorQuery({ status: "on fire", kind: "gopher", tag: "<b>", q: ["a", "b"], page: "0" })).toEqual(none);
  expect(parseMonitorQuery({ page: "1e3", status: ["up", "down"] })).toEqual(none);
  expect(parseMonitorQuery({ page: "99999999999" })).toEqual(none);
});

test("a text is trimmed, cut to what a host name can be, and holds no NUL, which PostgreSQL refuses", () => {
  expect(parseMonitorQuery({ q: "  mx\0 " }).text).toBe("mx");
  expect(parseMonitorQuery({ q: "x".repeat(9_999) }).text).toHaveLength(253);
});
