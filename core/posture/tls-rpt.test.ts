import { expect, test } from "vitest";
import { lookIn, type Zone } from "#testing/posture/zone.ts";
import { tlsRpt, tlsRptName } from "./tls-rpt.ts";

const NAME = tlsRptName("example.com");
const found = (zone: Zone) => tlsRpt({ domain: "example.com", answer: lookIn({ zone }, NAME, "TXT") });

test.each([
  [["v=TLSRPTv1; rua=mailto:tls@example.com"], "tls-rpt.good"],
  [["v=TLSRPTv1;rua=https://reports.example.net/v1/tls,mailto:a@b.example;"], "tls-rpt.good"],
  [["v=TLSRPTv1; rua=mailto:tls@example.com; ext=x", "unrelated"], "tls-rpt.good"],
  [["v=TLSRPTv1; rua=tls@example.com"], "tls-rpt.address"],
  [["v=TLSRPTv1; rua=http://example.com/"], "tls-rpt.address"],
  [["v=TLSRPTv1; rua="], "tls-rpt.address"],
  [["v=TLSRPTv1"], "tls-rpt.syntax"],
  [["v=TLSRPTv1; mailto:tls@example.com"], "tls-rpt.syntax"],
  [["v=TLSRPTv1; rua=mailto:a@b.example", "v=TLSRPTv1; rua=mailto:c@d.example"], "tls-rpt.several"],
  [["v=TLSRPTv2; rua=mailto:tls@example.com"], "tls-rpt.absent"],
])("%j: %s", (texts, code) => {
  expect(found({ [`${NAME} TXT`]: texts }).map((each) => each.code)).toEqual([code]);
});

test("a domain without one is told what to publish", () => {
  expect(found({})[0]!.publish).toEqual({ name: NAME, type: "TXT", value: "v=TLSRPTv1; rua=mailto:postmaster@example.com" });
  expect(found({ [`${NAME} TXT`]: "refused" })[0]!.code).toBe("tls-rpt.untold");
});

test("64 KiB of addresses do no harm", () => {
  const findings = found({ [`${NAME} TXT`]: [`v=TLSRPTv1; rua=${"x,".repeat(30_000)}`] });
  expect(findings).toHaveLength(20);
  expect(JSON.stringify(findings).length).toBeLessThan(30_000);
});
