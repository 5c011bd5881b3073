import { expect, test } from "vitest";
import type { ChannelKind } from "../channel/channel.ts";
import type { Directory } from "../escalation/escalation-reach.ts";
import { secondRoadsOf } from "./second-roads.ts";

const [MAIL, OTHER_MAIL, SMS, SLACK] = [1, 2, 3, 4];
const directory: Omit<Directory, "monitorChannelIds"> = {
  channels: new Map<number, ChannelKind>([
    [MAIL, "email"],
    [OTHER_MAIL, "email"],
    [SMS, "sms"],
    [SLACK, "slack"],
  ]),
  contacts: new Map([[1, [MAIL, OTHER_MAIL, SMS]]]),
  onCall: new Map(),
  endangered: new Set([MAIL, OTHER_MAIL]),
};
const nobodys = { ...directory, contacts: new Map() };

test.each<[string, Omit<Directory, "monitorChannelIds">, number[][], number[]]>([
  ["the contact's next that is sound, whatever the monitor tells", directory, [[MAIL]], [SMS]],
  ["the monitor's others, where it is nobody's", nobodys, [[MAIL, SLACK]], [SLACK]],
  ["none, where all there is leads the same way", nobodys, [[MAIL, OTHER_MAIL]], []],
  ["none, where one of its monitors has no other", nobodys, [[MAIL, SLACK], [MAIL]], []],
  ["those of each of its monitors", nobodys, [[SLACK], [SMS, SLACK]], [SLACK, SMS]],
])("what is told beside a channel: %s", (_, where, ofMonitors, told) => {
  const directories = ofMonitors.map((monitorChannelIds) => ({ ...where, monitorChannelIds }));
  expect(secondRoadsOf(MAIL, directories)).toEqual(told);
});
