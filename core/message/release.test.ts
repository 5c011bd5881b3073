import { expect, test } from "vitest";
import { decideRelease, type WaitingDelivery } from "./release.ts";

const NOW = 1_000_000;
let made = 0;
const waiting = (more: Partial<WaitingDelivery> = {}): WaitingDelivery => ({
  deliveryId: ++made,
  channelId: 1,
  channelKind: "email",
  monitorId: made,
  kind: "incident_opened",
  isDue: true,
  ...more,
});
const idsOf = (deliveries: WaitingDelivery[]) => deliveries.map(({ deliveryId }) => deliveryId);

test("few go out as they are", () => {
  const few = [waiting(), waiting()];
  expect(decideRelease(few, [NOW - 1_000], NOW)).toEqual({ single: idsOf(few), digest: null, wait: null });
});

test("many go out together, and wait for a minute to pass after the last", () => {
  const many = Array.from({ length: 9 }, () => waiting());
  const digest = { channelId: 1, deliveryIds: idsOf(many) };
  expect(decideRelease(many, [], NOW)).toEqual({ single: [], digest, wait: null });
  const wait = { deliveryIds: idsOf(many), until: NOW + 59_000 };
  expect(decideRelease(many, [NOW - 1_000], NOW)).toEqual({ single: [], digest: null, wait });
});

test("on two channels of one reader, the one that has waited longest is first, and the other a minute later", () => {
  const mails = Array.from({ length: 5 }, () => waiting());
  const texts = Array.from({ length: 5 }, () => waiting({ channelId: 2, channelKind: "sms" }));
  const { digest, wait } = decideRelease([...mails, ...texts], [], NOW);
  expect(digest).toEqual({ channelId: 1, deliveryIds: idsOf(mails) });
  expect(wait).toEqual({ deliveryIds: idsOf(texts), until: NOW + 60_000 });
});

test("what failed before goes along in a digest, and holds back what came after it by itself", () => {
  const failed = waiting({ isDue: false, monitorId: 7 });
  const after = waiting({ kind: "incident_resolved", monitorId: 7 });
  expect(decideRelease([failed, after], [], NOW)).toEqual({ single: [], digest: null, wait: null });
  const others = Array.from({ length: 6 }, () => waiting());
  const { digest } = decideRelease([failed, after, ...others], [], NOW);
  expect(digest?.deliveryIds).toEqual(idsOf([failed, after, ...others]));
});

test("alerts that a product keeps, tests and codes are neither gathered nor wait", () => {
  const kept = Array.from({ length: 20 }, () => waiting({ channelKind: "pagerduty" }));
  const code = waiting({ kind: "code" });
  const sentAt = Array.from({ length: 10 }, () => NOW - 1_000);
  expect(decideRelease([...kept, code], sentAt, NOW)).toEqual({ single: idsOf([...kept, code]), digest: null, wait: null });
});
