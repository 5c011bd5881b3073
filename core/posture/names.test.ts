import { expect, test } from "vitest";
import { names, saidName, type NamesSeen } from "./names.ts";

const NAME = "mail.example.com";
const seen: NamesSeen = {
  host: NAME,
  address: "192.0.2.25",
  banner: `${NAME} ESMTP Postfix`,
  ehlo: `${NAME} Hello probe.example.net [198.51.100.1]`,
  ours: "probe.example.net",
  forward: { name: NAME, addresses: ["192.0.2.25"] },
};
const codes = (given: Partial<NamesSeen> = {}) => names({ ...seen, ...given }).map(({ code }) => code);

test.each<[string, Partial<NamesSeen>, string[]]>([
  ["one name in both", {}, ["names.good"]],
  ["in whatever case", { banner: "MAIL.Example.COM. ready" }, ["names.good"]],
  ["another one in the greeting", { banner: "old.example.com ESMTP" }, ["names.good", "names.banner-differs"]],
  ["none in the greeting", { banner: "ESMTP ready" }, ["names.good", "names.banner-nameless"]],
  ["none in EHLO", { ehlo: "mail" }, ["names.ehlo-not-fqdn"]],
  ["localhost in EHLO", { ehlo: "localhost Hello" }, ["names.ehlo-not-fqdn"]],
  ["nothing in EHLO", { ehlo: "" }, ["names.ehlo-not-fqdn"]],
  ["an address without brackets", { ehlo: "192.0.2.25" }, ["names.ehlo-not-fqdn"]],
  ["an address literal", { ehlo: "[192.0.2.25]", banner: null, forward: null }, ["names.good", "names.literal"]],
  ["ours", { ehlo: "Probe.Example.NET hello" }, ["names.ehlo-echo"]],
  ["ours, as we are called in capitals", { ehlo: "probe.example.net", ours: "PROBE.example.net" }, ["names.ehlo-echo"]],
  ["one that does not exist", { forward: { name: NAME, addresses: [] } }, ["names.good", "names.unresolved"]],
  ["one that leads elsewhere", { forward: { name: NAME, addresses: ["192.0.2.26"] } }, ["names.good", "names.elsewhere"]],
  ["one nobody could look up", { forward: { name: NAME, addresses: null } }, ["names.untold"]],
  ["one nobody looked up", { forward: null }, ["names.good"]],
  ["no EHLO at all", { ehlo: null }, []],
])("%s", (_, given, expected) => {
  expect(codes(given)).toEqual(expected);
});

test("what a server says is harmless, whatever it says", () => {
  const hostile = `\u001b[31m${"a.".repeat(40_000)}`;
  const findings = names({ ...seen, banner: hostile, ehlo: hostile });
  expect(findings.map(({ code }) => code)).toEqual(["names.ehlo-not-fqdn"]);
  expect(JSON.stringify(findings)).not.toContain("\\u001b");
  expect(JSON.stringify(findings).length).toBeLessThan(3000);
  expect(saidName(null)).toBeNull();
});
