import { describe, expect, test } from "vitest";
import { lookIn, type Zone } from "#testing/posture/zone.ts";
import { caa, caaNames, type CaaSeen } from "./caa.ts";

const HOST = "mail.example.com";
const found = (zone: Zone, given: Partial<CaaSeen> = {}) => {
  const answers = caaNames(HOST).map((name) => ({ name, answer: lookIn({ zone }, name, "CAA") }));
  return caa({ host: HOST, answers, issuer: "C=US, O=Let's Encrypt, CN=R11", isWildcard: false, ...given });
};
const codes = (...args: Parameters<typeof found>) => found(...args).map(({ code }) => code);
const at = (...records: string[]): Zone => ({ "example.com CAA": records });

test.each([
  [["0 issue letsencrypt.org"], ["caa.good"]],
  [["0 issue LetsEncrypt.org; validationmethods=dns-01"], ["caa.good"]],
  [["0 issue digicert.com", "0 issue letsencrypt.org"], ["caa.good"]],
  [["0 issue digicert.com"], ["caa.refused"]],
  [["0 issue ;"], ["caa.refused"]],
  [["0 issue "], ["caa.refused"]],
  [["0 issue %%%"], ["caa.syntax", "caa.refused"]],
  [["0 issuewild ;"], ["caa.good"]],
  [["0 iodef mailto:security@example.com"], ["caa.good"]],
  [["0 iodef security@example.com"], ["caa.good", "caa.iodef"]],
  [["128 issue letsencrypt.org"], ["caa.good"]],
  [["128 tbs unknown", "0 issue letsencrypt.org"], ["caa.critical"]],
  [["0 tbs unknown", "0 issue letsencrypt.org"], ["caa.good"]],
])("%j: %j", (records, expected) => {
  expect(codes(at(...records))).toEqual(expected);
});

test("a wildcard goes by issuewild where there is one", () => {
  expect(codes(at("0 issue letsencrypt.org", "0 issuewild ;"), { isWildcard: true })).toEqual(["caa.refused"]);
  expect(codes(at("0 issue letsencrypt.org"), { isWildcard: true })).toEqual(["caa.good"]);
});

describe("the records that count", () => {
  test("are the nearest ones", () => {
    expect(caaNames(HOST)).toEqual(["mail.example.com", "example.com", "com"]);
    expect(codes({ ...at("0 issue digicert.com"), [`${HOST} CAA`]: ["0 issue letsencrypt.org"] })).toEqual(["caa.good"]);
  });

  test("are nowhere", () => {
    expect(found({})[0]).toMatchObject({
      code: "caa.absent",
      publish: { name: "example.com", type: "CAA", value: '0 issue "letsencrypt.org"' },
    });
  });

  test("cannot be told", () => {
    expect(codes({ ...at("0 issue letsencrypt.org"), [`${HOST} CAA`]: "servfail" })).toEqual(["caa.untold"]);
  });
});

test("an authority we do not know is not judged, and no certificate is none", () => {
  expect(codes(at("0 issue letsencrypt.org"), { issuer: "CN=My own CA" })).toEqual(["caa.good", "caa.issuer-unknown"]);
  expect(codes(at("0 issue digicert.com"), { issuer: null })).toEqual(["caa.good"]);
});

test("renewal that is stopped is told with the record that lets it", () => {
  expect(found(at("0 issue digicert.com"))[0]!.publish).toEqual({
    name: "example.com",
    type: "CAA",
    value: '0 issue "letsencrypt.org"',
  });
});

test("what is published does no harm, whatever it is", () => {
  expect(codes(at(`0 issue ${" ".repeat(65_000)}!`))).toEqual(["caa.syntax", "caa.refused"]);
  expect(codes(at(...Array.from({ length: 2000 }, (_, n) => `0 iodef ${n}`)))).toHaveLength(6);
});
