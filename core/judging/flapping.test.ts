import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOpenAfter, NEW, POLICY, result, STRICT } from "#testing/judging.ts";
import { STATUSES, type Status } from "../check/status.ts";
import { CALM, flappingWithinMs, steadyAfterMs, tell, type Flapping } from "./flapping.ts";
import type { Health, Transition } from "./health.ts";
import { judge } from "./judge.ts";

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;

/** What a monitor that is checked once a minute, and again where it has to be confirmed, comes to. `told` is what went out and when. */
function watch(statusAt: (slotS: number) => Status, untilS: number, policy = POLICY) {
  let health: Health = NEW;
  let flapping: Flapping = CALM;
  let isOpen = false;
  const told: [what: string, atS: number][] = [];
  const transitions: Transition[] = [];
  const openedAt: number[] = [];
  let againS: number | null = null;
  for (let slotS = 0; slotS < untilS; slotS++) {
    if (slotS % policy.intervalS !== 0 && slotS !== againS) continue;
    const each = result(statusAt(slotS), slotS);
    const judgement = judge(health, each, policy, isOpen);
    const telling = tell(flapping, judgement, policy, isOpen, each.startedAt);
    const { incident, turn } = telling;
    if (incident?.kind === "open") openedAt.push(slotS);
    if (incident && incident.kind !== "ease" && (incident.kind !== "open" || telling.flapping.since === null))
      told.push([incident.kind, slotS]);
    if (turn === "begins") told.push(["flapping", slotS]);
    if (turn === "ends") told.push(["steady", slotS]);
    isOpen = isOpenAfter({ ...judgement, incident }, isOpen);
    transitions.push(...judgement.transitions);
    ({ health } = judgement);
    ({ flapping } = telling);
    againS = judgement.looks[0] ? judgement.looks[0].slotAt / 1000 : null;
  }
  return { told, transitions, openedAt, isOpen, flapping, health };
}

/** Up for an hour, then down and up by turns of two minutes for six hours, then up. */
const flaps = (slotS: number): Status => {
  const at = slotS - HOUR_S;
  return at >= 0 && at < 6 * HOUR_S && Math.floor(at / (2 * MINUTE_S)) % 2 === 0 ? "down" : "up";
};

describe("down and up every two minutes for six hours", () => {
  const { told, transitions, openedAt, isOpen, flapping } = watch(flaps, 8 * HOUR_S);

  test("is told in four messages, the last one once it has been steady", () => {
    const messages = told.filter(([what]) => what !== "steady" && what !== "worsen");
    expect(messages.map(([what]) => what)).toEqual(["open", "resolve", "flapping", "resolve"]);
    const lastUpS = HOUR_S + 6 * HOUR_S - 2 * MINUTE_S;
    expect(messages.at(-1)![1]).toBeGreaterThanOrEqual(lastUpS + steadyAfterMs(60) / 1000);
    expect(messages.at(-1)![1]).toBeLessThanOrEqual(lastUpS + steadyAfterMs(60) / 1000 + 2 * MINUTE_S);
  });

  test("is one incident that stays open, after the one that was over before anybody could know", () => {
    expect(openedAt).toHaveLength(2);
    expect(openedAt[1]! - openedAt[0]!).toBeLessThan(5 * MINUTE_S);
    expect(isOpen).toBe(false);
    expect(flapping).toEqual(CALM);
  });

  test("is still 180 times down and 180 times up in the history", () => {
    const [, ...changes] = transitions;
    expect(changes).toHaveLength(180);
    expect(changes.filter(({ to }) => to === "down")).toHaveLength(90);
  });
});

test("an outage an hour is no flapping", () => {
  const hourly = (slotS: number): Status => (slotS % HOUR_S >= HOUR_S - 5 * MINUTE_S ? "down" : "up");
  expect(watch(hourly, 5 * HOUR_S + MINUTE_S).told.map(([what]) => what)).toEqual(
    Array.from({ length: 5 }, () => ["open", "resolve"])
      .flat()
      .slice(0, 10),
  );
});

test("one that ends down is steady again, too, and its incident goes on", () => {
  const { told, isOpen, health } = watch((slotS) => (slotS > 2 * HOUR_S ? "down" : flaps(slotS)), 4 * HOUR_S);
  expect(told.filter(([what]) => what !== "worsen").map(([what]) => what)).toEqual(["open", "resolve", "flapping", "steady"]);
  expect(isOpen).toBe(true);
  expect(health.status).toBe("down");
});

test("not to know is not to be steady", () => {
  const lost = (slotS: number): Status =>
    slotS > 2 * HOUR_S && slotS < 3 * HOUR_S ? "unknown" : slotS >= 3 * HOUR_S ? "up" : flaps(slotS);
  const { told } = watch(lost, 5 * HOUR_S);
  const [, endS] = told.find(([what]) => what === "steady")!;
  expect(endS).toBeGreaterThanOrEqual(3 * HOUR_S + steadyAfterMs(60) / 1000);
});

test("slower monitors have longer to come and go, and longer to be steady", () => {
  expect([flappingWithinMs(60), flappingWithinMs(600)]).toEqual([15 * 60_000, 100 * 60_000]);
  expect([steadyAfterMs(60), steadyAfterMs(600)]).toEqual([10 * 60_000, 50 * 60_000]);
});

test("whatever happens, telling leaves the truth alone, and once steady an incident is open where there is trouble and nowhere else", () => {
  const histories = fc.array(fc.record({ status: fc.constantFrom(...STATUSES), minutes: fc.integer({ min: 1, max: 12 }) }), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(histories, fc.constantFrom(POLICY, STRICT), (history, policy) => {
      const minutes = history.flatMap(({ status, minutes: length }) => Array.from({ length }, () => status));
      const statusAt = (slotS: number): Status => minutes[Math.floor(slotS / 60)] ?? "up";
      const { isOpen, flapping, told } = watch(statusAt, minutes.length * 60 + HOUR_S, policy);
      expect({ isOpen, since: flapping.since }).toEqual({ isOpen: false, since: null });
      const opened = told.filter(([what]) => what === "open" || what === "flapping").length;
      expect(told.filter(([what]) => what === "resolve").length).toBeLessThanOrEqual(opened);
    }),
  );
});
