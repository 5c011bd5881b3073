import { expect, test } from "vitest";
import { bareResult } from "../check/bare-result.ts";
import { finding } from "../posture/finding.ts";
import { withPosture } from "./with-posture.ts";

const UP = bareResult(null, 1_000, 20);
const DOWN = bareResult({ code: "connect.refused", stage: "connect", reply: null, detail: null }, 1_000, 20);

test("a policy that turns careful senders away degrades a domain that takes mail", () => {
  const refusing = finding("mta-sts.mx-uncovered", "mx2.example.com");
  expect(withPosture(UP, [finding("spf.absent", "example.com"), refusing])).toMatchObject({
    status: "degraded",
    reason: { code: "posture.refusing", stage: "posture", detail: "MTA-STS turns mail away from mx2.example.com." },
  });
});

test("what costs no mail changes nothing, and nor does anything where no mail is taken", () => {
  expect(withPosture(UP, [finding("spf.absent", "example.com"), finding("mta-sts.mx-uncovered-testing", "mx1.example.com")])).toBe(
    UP,
  );
  expect(withPosture(DOWN, [finding("dane.mismatch", "mx1.example.com")])).toBe(DOWN);
});
