import { expect, test } from "vitest";
import { detailOfPath, detailText } from "./detail-text.ts";

test.each([
  ["tls.expiring", "expires in 6 days, on 2026-11-30", "The certificate expires in 6 days, on 2026-11-30."],
  ["tls.name", "IPv6: is for a.example, not for b.example", "IPv6: the certificate is for a.example, not for b.example."],
  ["tls.untrusted", "[2001:db8::1]: is not for servers", "[2001:db8::1]: the certificate is not for servers."],
  ["tls.weak-cipher", "RC4 was agreed on.", "RC4 was agreed on."],
  ["connect.refused", "IPv4: 192.0.2.1 ECONNREFUSED", "IPv4: 192.0.2.1 ECONNREFUSED"],
  ["tls.expired", null, null],
] as const)("%s with %j reads %j", (code, detail, text) => {
  expect(detailText({ code, detail })).toBe(text);
});

test.each([
  ["IPv4: expired today", "IPv4", "expired today"],
  ["192.0.2.1: expired today", "192.0.2.1", "expired today"],
  ["mx1.example.com 192.0.2.1: expired today", "mx1.example.com 192.0.2.1", "expired today"],
  ["mx1.example.com [2001:db8::1]: expired today", "mx1.example.com [2001:db8::1]", "expired today"],
  ["192.0.2.1 ECONNREFUSED", null, "192.0.2.1 ECONNREFUSED"],
  ["A: no address", null, "A: no address"],
])("of %j the way is %j", (detail, path, words) => {
  expect(detailOfPath(detail)).toEqual({ path, words });
});
