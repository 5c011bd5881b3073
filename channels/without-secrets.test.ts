import { expect, test } from "vitest";
import { hiding, withoutSecrets } from "./without-secrets.ts";

const hidden = hiding({
  token: "xoxb-1234-abcdefgh",
  url: "https://hooks.example.com/services/T012/B034/sEcReTkEy99",
  isOn: true,
});

test("whatever a provider says back, no secret is in the outcome", () => {
  for (const said of [
    "invalid token xoxb-1234-abcdefgh",
    "no hook at https://hooks.example.com/services/T012/B034/sEcReTkEy99",
    "POST /services/T012/B034/sEcReTkEy99 failed",
    "unknown key sEcReTkEy99",
    `authorization ${btoa("xoxb-1234-abcdefgh")}`,
    "%78%6F%78%62%2D%31%32%33%34%2D%61%62%63%64%65%66%67%68",
  ]) {
    for (const outcome of [
      { sent: true, receipt: said, reference: "1.2" },
      { sent: false, next: "give-up", reason: said },
    ] as const) {
      const told = JSON.stringify(withoutSecrets(outcome, hidden));
      expect(told).toContain("[redacted]");
      expect(told).not.toMatch(/abcdefgh|sEcReT/);
    }
  }
});

test("what stands in the query of a secret URL is one, and a word of its path is none", () => {
  const ofWebhook = hiding({ url: "https://hooks.example.com/hook/mail?key=S3cr3t-1" });
  const reason = "this hook knows no key S3cr3t-1";
  expect(withoutSecrets({ sent: false, next: "give-up", reason }, ofWebhook)).toMatchObject({
    reason: "this hook knows no key [redacted]",
  });
  const whole = { sent: false, next: "give-up", reason: "no route /hook/mail?key=S3cr3t-1" } as const;
  expect(withoutSecrets(whole, ofWebhook)).toMatchObject({ reason: "no route [redacted]" });
});

test("the server that a secret URL leads to is told, and so is everything else", () => {
  const reason = "hooks.example.com 192.0.2.1 ECONNREFUSED";
  expect(withoutSecrets({ sent: false, next: "retry", reason, retryAfterMs: 5 }, hidden)).toEqual({
    sent: false,
    next: "retry",
    reason,
    retryAfterMs: 5,
  });
  expect(withoutSecrets({ sent: true, reference: "7" }, hidden)).toEqual({ sent: true, reference: "7" });
});
