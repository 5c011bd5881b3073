import { expect, test } from "vitest";
import type { Crossing, RoadCheck } from "./road-check.ts";
import { roadSentence } from "./road-sentence.ts";

const crossing = (host: string, ...names: string[]): Crossing => ({
  host,
  monitors: names.map((name, index) => ({ monitorId: index + 1, name })),
});
const MX1 = crossing("mx1.example.com", "MX 1");

const say = (check: Partial<RoadCheck>, ...secondRoads: string[]) =>
  roadSentence("ops@example.com", { arrives: [], isOnlyWay: true, leaves: [], ...check }, secondRoads);

test.each([
  ["a road that avoids the patient", say({}), null],
  [
    "the only server, watched",
    say({ arrives: [MX1] }),
    "Mail to ops@example.com arrives through mx1.example.com, which the monitor “MX 1” watches. While it is down this mail will not arrive: add a second road.",
  ],
  [
    "one of several, by several monitors",
    say({ arrives: [crossing("mx1.example.com", "MX 1", "Submission")], isOnlyWay: false }),
    "Mail to ops@example.com arrives through mx1.example.com, which the monitors “MX 1” and “Submission” watch. While it is down this mail may not arrive: add a second road.",
  ],
  [
    "two of them by the same",
    say({ arrives: [MX1, crossing("mx2.example.com", "MX 1")] }, "SMS to Ann", "Slack"),
    "Mail to ops@example.com arrives through mx1.example.com and mx2.example.com, which the monitor “MX 1” watches. While they are down this mail will not arrive: then SMS to Ann and Slack are told as well.",
  ],
  [
    "the relay",
    say({ leaves: [crossing("relay.example.net", "Relay")], isOnlyWay: false }),
    "All mail from here leaves through relay.example.net, which the monitor “Relay” watches. While it is down this mail will not arrive: add a second road.",
  ],
  [
    "many monitors",
    say({ arrives: [crossing("mx1.example.com", "A", "B", "C", "D", "E")] }),
    "Mail to ops@example.com arrives through mx1.example.com, which the monitors “A”, “B”, “C” and 2 more watch. While it is down this mail will not arrive: add a second road.",
  ],
])("%s", (_, said, sentence) => {
  expect(said).toBe(sentence);
});
