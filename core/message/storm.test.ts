import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { printFigure } from "#testing/print-figure.ts";
import { MOST_MESSAGES, nextOut, STORM_WINDOW_MS } from "./storm.ts";

type Sent = { at: number; messages: number[] };

let inStorm: Sent[] = [];
afterAll(() => {
  const first = inStorm[0]!;
  const told = inStorm.reduce((sum, { messages }) => sum + messages.length, 0);
  const figure = `5000 messages in 10 s: ${inStorm.length} sent, at most ${mostInAWindow(inStorm)} in 5 min, the first after ${first.at} ms, ${5_000 - told} lost`;
  printFigure("C16", `${figure} (on a virtual clock)`);
});

/** Sends to one contact what comes at these instants, each message being its index; `skewMs` is how late whoever looks is. */
function play(arrivals: readonly number[], lateMs: readonly number[] = [0]): Sent[] {
  const sent: Sent[] = [];
  const waiting: number[] = [];
  let [coming, wakeAt, turn] = [0, Infinity, 0];
  while (coming < arrivals.length || waiting.length > 0) {
    const due = Math.min(arrivals[coming] ?? Infinity, wakeAt);
    const now = Math.max(due + lateMs[turn++ % lateMs.length]!, sent.at(-1)?.at ?? 0);
    while (coming < arrivals.length && arrivals[coming]! <= now) waiting.push(coming++);
    wakeAt = Infinity;
    for (;;) {
      const out = nextOut(
        sent.map(({ at }) => at),
        waiting,
        now,
      );
      if (out === null) break;
      if (out.kind === "wait") {
        if (out.until <= now) throw new Error("It waits for what has been.");
        wakeAt = out.until;
        break;
      }
      const messages = out.kind === "single" ? [out.message] : out.messages;
      sent.push({ at: now, messages: waiting.splice(0, messages.length) });
    }
  }
  return sent;
}

/** The most that went out in any five minutes, both ends counted. */
function mostInAWindow(sent: readonly Sent[]): number {
  return Math.max(...sent.map(({ at }) => sent.filter((each) => each.at >= at && each.at < at + STORM_WINDOW_MS).length));
}

test("a message now and then goes out by itself, at once", () => {
  const arrivals = [0, 100_000, 200_000, 300_000, 300_001];
  expect(play(arrivals)).toEqual(arrivals.map((at, index) => ({ at, messages: [index] })));
});

test("after five, what follows comes together, a minute after the last", () => {
  const sent = play([0, 1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 70_000]);
  expect(sent.map(({ at, messages }) => [at, messages.length])).toEqual([
    [0, 1],
    [1_000, 1],
    [2_000, 1],
    [3_000, 1],
    [4_000, 1],
    [64_000, 2],
    [124_000, 1],
  ]);
});

test("five thousand at one instant are one digest, at once", () => {
  const sent = play(Array.from({ length: 5_000 }, () => 0));
  expect(sent.map(({ at, messages }) => [at, messages.length])).toEqual([[0, 5_000]]);
});

test("five thousand monitors that fall within ten seconds, and come back within ten, ten minutes later", () => {
  inStorm = play(Array.from({ length: 5_000 }, (_, index) => index * 2));
  expect(mostInAWindow(inStorm)).toBeLessThanOrEqual(MOST_MESSAGES);
  expect(inStorm[0]!.at).toBeLessThanOrEqual(60_000);
  expect(inStorm.flatMap(({ messages }) => messages)).toEqual(Array.from({ length: 5_000 }, (_, index) => index));
  const both = play(Array.from({ length: 10_000 }, (_, index) => (index % 5_000) * 2 + (index < 5_000 ? 0 : 600_000)));
  expect(both.flatMap(({ messages }) => messages)).toHaveLength(10_000);
  expect(mostInAWindow(both)).toBeLessThanOrEqual(MOST_MESSAGES);
});

test("where more went out than may be, nothing does until the window has room", () => {
  const sentAt = Array.from({ length: 12 }, (_, index) => index * 1_000);
  expect(nextOut(sentAt, ["one"], 100_000)).toEqual({ kind: "wait", until: 2_000 + STORM_WINDOW_MS });
  expect(nextOut(sentAt, ["one"], 2_000 + STORM_WINDOW_MS)).toEqual({ kind: "single", message: "one" });
});

test("however they come, and however late somebody looks: never more than ten in five minutes, none lost, none doubled, in order, and none waits longer than a minute", () => {
  const gaps = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 400_000 })), {
    minLength: 1,
    maxLength: 120,
  });
  const lateness = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(gaps, lateness, (between, lateMs) => {
      let at = 0;
      const arrivals = between.map((gap) => (at += gap));
      const sent = play(arrivals, lateMs);
      expect(mostInAWindow(sent)).toBeLessThanOrEqual(MOST_MESSAGES);
      expect(sent.flatMap(({ messages }) => messages)).toEqual(arrivals.map((_, index) => index));
      const longest = Math.max(...sent.flatMap(({ at: sentAt, messages }) => messages.map((each) => sentAt - arrivals[each]!)));
      expect(longest).toBeLessThanOrEqual(60_000 + 2 * Math.max(...lateMs));
    }),
    { numRuns: 1_000 },
  );
});
