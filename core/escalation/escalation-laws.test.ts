import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHANNELS } from "#testing/escalation/cast.ts";
import { play } from "#testing/escalation/play-case.ts";
import type { Course } from "./escalation-run.ts";
import type { Told } from "./escalation.ts";

const SCHEDULES = {
  duty: ["ann ben every 1 hours from 2026-11-09T00:30"],
  nights: ["cho every 1 days from 2026-11-01T00:00 within 12:00-10:40"],
};
const WHOM = ["ann", "ben.sms", "cho.sms+phone", "dan", "eve", "ops", "wall", "own", "@duty", "@duty.phone", "@nights"];

const tells = fc.uniqueArray(fc.constantFrom(...WHOM), { minLength: 1, maxLength: 3 }).map((whom) => whom.join(" "));
const ladders = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 4 }),
    fc.array(tells, { minLength: 4, maxLength: 4 }),
  )
  .map(([after, whom]) =>
    after
      .toSorted((a, b) => a - b)
      .map((minutes, index) => `${minutes} ${whom[index]}`)
      .join(" | "),
  );
const policies = fc.record({
  policy: ladders,
  warning: fc.option(ladders, { nil: undefined }),
  repeat: fc.option(fc.constantFrom("30 x 1", "40 x 3"), { nil: undefined }),
  quiet: fc.option(fc.constantFrom("10:10 to 10:50", "09:00 to 10:20"), { nil: undefined }),
  lasts: fc.option(fc.constantFrom(10, 45), { nil: undefined }),
});

const acts = fc.constantFrom("ack", "flaps", "fails", "fails", "blocks", "clears", "asleep", "awake", "takes", "nothing");
const events = fc.array(
  fc.record({ minute: fc.integer({ min: 0, max: 110 }), act: acts, channel: fc.constantFrom(...CHANNELS.keys()) }),
  {
    maxLength: 10,
  },
);
const ends = fc.constantFrom("up", "up", "close", "nothing");

/** A history in the words of a script: it opens at 10:00, ends within two hours or never, and somebody looks from then on. */
const scripts = fc
  .record({
    opens: fc.constantFrom("down", "degraded"),
    worseAt: fc.integer({ min: 0, max: 200 }),
    events,
    end: ends,
    endsAt: fc.integer({ min: 0, max: 120 }),
  })
  .map(({ opens, worseAt, events: happened, end, endsAt }) => {
    const timed = happened.map(({ minute, act, channel }): [number, string] => [minute, wordsOf(act, channel, minute)]);
    if (opens === "degraded" && worseAt < endsAt) timed.push([worseAt, "worse"]);
    const before = timed.filter(([minute]) => end === "nothing" || minute <= endsAt).toSorted(([a], [b]) => a - b);
    const last: [number, string][] = end === "nothing" ? [] : [[endsAt, end]];
    const all: [number, string][] = [[0, opens], ...before, ...last, [121, "awake"]];
    return all.map(([minute, words]) => `${timeOf(minute)} ${words}`).join(" | ");
  });

function wordsOf(act: string, channel: string, minute: number): string {
  if (act === "fails" || act === "blocks" || act === "clears") return `${act} ${channel}`;
  return act === "takes" ? `takes dan ${timeOf(minute)} ${timeOf(minute + 15)} duty` : act;
}

function timeOf(minute: number): string {
  return `${10 + Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
}

/** The instants of an act in a script. */
function instantsOf(script: string, act: string): number[] {
  const found = script.split(" | ").filter((event) => event.endsWith(` ${act}`));
  return found.map((event) => Date.parse(`2026-11-10T${event.slice(0, 5)}Z`));
}

const troubles = (told: readonly Told[]) => told.filter(({ what }) => what === "trouble");
const reached = (told: readonly Told[]) =>
  new Set(
    told
      .filter(({ isLost }) => !isLost)
      .map(({ channelId }) => channelId)
      .filter(Boolean),
  );

type Law = (told: Told[], script: string, words: { lasts?: number }, course: Course) => void;

function whatever(law: Law): void {
  fc.assert(
    fc.property(policies, scripts, (words, script) => {
      const { told, course } = play({ ...words, script, schedules: SCHEDULES });
      law(told, script, words, course);
    }),
    { numRuns: 500 },
  );
}

describe("whatever the policy and whatever happens", () => {
  test("nobody is told twice by one step in one round", () => {
    whatever((told) => {
      const places = told
        .filter(({ channelId }) => channelId !== null)
        .map(({ what, runAt, step, round, channelId }) => [what, runAt, step, round, channelId].join(" "));
      expect(new Set(places).size).toBe(places.length);
    });
  });

  test("nobody is told of trouble while somebody has it", () => {
    whatever((told, script, { lasts }, { worsenedAt }) => {
      for (const acknowledgedAt of instantsOf(script, "ack")) {
        const over = lasts === undefined ? Infinity : acknowledgedAt + lasts * 60_000;
        const worse = worsenedAt !== null && worsenedAt > acknowledgedAt ? worsenedAt : Infinity;
        expect(troubles(told).filter(({ at }) => at > acknowledgedAt && at < Math.min(over, worse))).toEqual([]);
      }
    });
  });

  test("its end is told to everybody who was told of it, once, and to nobody else", () => {
    whatever((told, _script, _words, { hasRecovered }) => {
      const recoveries = told.filter(({ what }) => what === "recovery").map(({ channelId }) => channelId);
      expect(new Set(recoveries).size).toBe(recoveries.length);
      const known = reached(told.filter(({ what }) => what !== "recovery"));
      expect(new Set(recoveries)).toEqual(hasRecovered ? known : new Set());
    });
  });

  test("nothing but its end is told once it is over", () => {
    whatever((told, _script, _words, { closedAt }) => {
      expect(told.filter(({ what, at }) => what !== "recovery" && closedAt !== null && at >= closedAt)).toEqual([]);
    });
  });

  test("that it comes and goes is told to nobody twice, and only to those who know of it", () => {
    whatever((told) => {
      const notices = told.filter(({ what }) => what === "flapping");
      expect(new Set(notices.map(({ channelId }) => channelId)).size).toBe(notices.length);
      for (const notice of notices)
        expect(troubles(told).some(({ channelId, at }) => channelId === notice.channelId && at < notice.at)).toBe(true);
    });
  });

  test("who looks more often tells the same at the same times", () => {
    fc.assert(
      fc.property(policies, scripts, (words, script) => {
        const each = { ...words, script, schedules: SCHEDULES };
        expect(play(each, 130_000).told).toEqual(play(each).told);
      }),
      { numRuns: 150 },
    );
  });

  test("an outage that nobody takes on reaches somebody at its first step, if there is anybody to be reached at all", () => {
    fc.assert(
      fc.property(ladders, (policy) => {
        const { told } = play({ policy, script: "10:00 down", schedules: SCHEDULES });
        const firstAt = Date.parse("2026-11-10T10:00Z") + Number(policy.split(" ")[0]) * 60_000;
        expect(troubles(told).some(({ channelId, at }) => channelId !== null && at === firstAt)).toBe(true);
      }),
    );
  });
});
