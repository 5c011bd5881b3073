import fc from "fast-check";
import { expect, test } from "vitest";
import { createClock } from "./clock.ts";

const START = Date.UTC(2026, 2, 1);

/** A machine and a database, each with a clock of its own; time passes by `pass`, and the database is asked by `ask`. */
function play(wallAheadMs = 0) {
  let ms = 5_000;
  let stepMs = 0;
  let wallMs = wallAheadMs;
  const database = () => START + ms + stepMs;
  const clock = createClock({ wall: () => START + ms + wallMs, runningMs: () => ms });
  return {
    clock,
    database,
    pass: (byMs: number) => void (ms += byMs),
    stepWall: (byMs: number) => void (wallMs += byMs),
    stepDatabase: (byMs: number) => void (stepMs += byMs),
    ask(toMs: number, backMs: number) {
      const askedAtMs = ms;
      ms += toMs;
      const at = database();
      ms += backMs;
      clock.heard(at, askedAtMs);
    },
    errorMs: () => clock.now() - database(),
  };
}

test("before the database was heard it is what this machine's clock shows", () => {
  const { clock, database } = play(10_000);
  expect(clock.now() - database()).toBe(10_000);
  expect(clock.skewMs()).toBeNull();
});

test("a machine whose clock is wrong, and is put right, has the right time all along", () => {
  const machine = play(10_000);
  machine.ask(1, 1);
  expect(machine.clock.skewMs()).toBe(10_000);
  for (const stepMs of [300_000, -300_000, -10_000]) {
    machine.stepWall(stepMs);
    expect(machine.errorMs()).toBe(0);
    machine.pass(5_000);
    expect(machine.errorMs()).toBe(0);
  }
  expect(machine.clock.skewMs()).toBe(0);
});

test("one slow answer takes back nothing of what is known, and a quick one after slow ones is what counts", () => {
  const machine = play();
  machine.ask(0, 4_000);
  expect(machine.errorMs()).toBe(-2_000);
  machine.ask(1, 3);
  expect(Math.abs(machine.errorMs())).toBeLessThanOrEqual(2);
  machine.pass(5_000);
  machine.ask(0, 4_000);
  expect(Math.abs(machine.errorMs())).toBeLessThanOrEqual(5);
});

test("where the database's clock is put right, it is followed with the next answer, forward and back", () => {
  const machine = play();
  machine.ask(1, 1);
  for (const stepMs of [300_000, -300_000, 40]) {
    machine.stepDatabase(stepMs);
    machine.ask(1, 1);
    expect(machine.errorMs()).toBe(0);
  }
});

test("a small correction makes it wait and never run back", () => {
  const machine = play();
  machine.ask(0, 1);
  const before = machine.clock.now();
  machine.stepDatabase(-300);
  machine.ask(0, 1);
  expect(machine.clock.now()).toBe(before);
  machine.pass(299);
  expect(machine.clock.now()).toBe(before);
  machine.pass(10);
  expect(Math.abs(machine.errorMs())).toBeLessThanOrEqual(1);
});

test("it is never wrong by more than half of the quickest answer, and what may have drifted since", () => {
  const waits = fc.record({ toMs: fc.nat(200), backMs: fc.nat(200) });
  fc.assert(
    fc.property(fc.array(waits, { minLength: 1, maxLength: 30 }), (asked) => {
      const machine = play();
      for (const { toMs, backMs } of asked) {
        machine.ask(toMs, backMs);
        machine.pass(5_000);
      }
      const quickestMs = Math.min(...asked.map(({ toMs, backMs }) => toMs + backMs));
      const driftMs = asked.length * 5_400 * 0.0005;
      expect(Math.abs(machine.errorMs())).toBeLessThanOrEqual(quickestMs / 2 + driftMs + 1);
    }),
  );
});
