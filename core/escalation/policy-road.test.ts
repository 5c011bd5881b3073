import { expect, test } from "vitest";
import type { ChannelKind } from "../channel/channel.ts";
import { DEFAULT_ESCALATION_POLICY, type Tell } from "./escalation-policy.ts";
import type { Directory } from "./escalation-reach.ts";
import { onlyEndangered } from "./policy-road.ts";

const [MAIL, SMS, SLACK] = [1, 2, 3];
const directory: Directory = {
  channels: new Map<number, ChannelKind>([
    [MAIL, "email"],
    [SMS, "sms"],
    [SLACK, "slack"],
  ]),
  contacts: new Map([
    [1, [MAIL, SMS]],
    [2, [MAIL]],
  ]),
  onCall: new Map(),
  monitorChannelIds: [MAIL],
  endangered: new Set([MAIL]),
};
const steps = (...tells: Tell[][]) => ({
  ...DEFAULT_ESCALATION_POLICY,
  down: { steps: tells.map((tell, index) => ({ afterS: index * 300, tell })), repeat: null },
});

test.each([
  ["mail to whoever has nothing else", steps([{ contactId: 2 }]), [MAIL]],
  ["the monitor's only channel, which a contact has beside another", DEFAULT_ESCALATION_POLICY, []],
  ["mail to whoever has a second road", steps([{ contactId: 1 }]), []],
  ["mail, and a room later", steps([{ channelId: MAIL }], [{ channelId: SLACK }]), []],
  ["nobody at all", steps([{ contactId: 9 }]), []],
])("a policy that tells %s", (_, policy, channelIds) => {
  expect(onlyEndangered(policy, directory, 0)).toEqual(channelIds);
});

test("the monitor's only channel, where it is nobody's, is no second road to itself", () => {
  expect(onlyEndangered(DEFAULT_ESCALATION_POLICY, { ...directory, contacts: new Map() }, 0)).toEqual([MAIL]);
});

test("where the road is sound there is nothing to say", () => {
  expect(onlyEndangered(DEFAULT_ESCALATION_POLICY, { ...directory, endangered: new Set() }, 0)).toEqual([]);
});
