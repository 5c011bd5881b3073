import { HEALTH_STATUSES } from "#core/check/status.ts";
import { uptimeOf, uptimeOfSpans } from "#core/uptime/uptime.ts";
import { none, told, type Figure } from "#testing/faults/figure.ts";
import { randomFrom, type Random } from "#testing/fuzz/random.ts";
import type { Row } from "../row.ts";
import { DAY, HOUR, locations, MINUTE, scene, SECOND, START, USUAL } from "../scenes.ts";
import { simulate } from "../simulate.ts";
import { stretchAt, type Stretch } from "../stretch.ts";
import { keepTruth, trueSpans } from "../truth.ts";
import type { Outage } from "../world.ts";

const WINDOWS_EACH = 20;

/** C19: uptime from the changes of health is what the world really did, as far as anybody looked. */
export const uptime: Row = {
  id: "C19",
  what: "Random outages of all kinds and hours without workers; uptime in random windows, from the changes of health and from the truth at the start of each check.",
  run: (form) => figuresOf(form === "full" ? 500 : 20),
};

function figuresOf(monitors: number): Figure[] {
  const random = randomFrom(19);
  const end = START + 2 * DAY;
  const outages = new Map(Array.from({ length: monitors }, (_, at) => [at + 1, troubles(random, end)]));
  const off: Stretch[] = [{ from: START + 20 * HOUR, to: START + 20 * HOUR + 37 * MINUTE }];
  const truth = keepTruth((monitorId, at) => stretchAt(outages.get(monitorId)!, at) !== null);
  const { watched } = simulate(
    scene({
      monitors,
      to: end,
      locations: locations(1, { off }),
      world: { outagesOf: (monitorId) => outages.get(monitorId)!, losesOneIn: 0 },
      onJudged: (monitorId, result) => truth.note(monitorId, result),
    }),
  );
  let mismatches = 0;
  let windows = 0;
  for (const { monitorId, transitions } of watched) {
    const spans = trueSpans(truth.checksOf(monitorId), USUAL.intervalS, START, end);
    for (let n = 0; n < WINDOWS_EACH; n++, windows++) {
      const from = START + random.whole(DAY);
      const to = from + random.whole(end - from);
      const said = uptimeOf(transitions, from, to);
      const really = uptimeOfSpans(
        spans.flatMap((span) => {
          const [begins, ends] = [Math.max(span.from, from), Math.min(span.to, to)];
          return begins < ends ? [{ ...span, from: begins, to: ends }] : [];
        }),
      );
      if (said.share !== really.share || HEALTH_STATUSES.some((status) => said.ms[status] !== really.ms[status])) mismatches++;
    }
  }
  const count = watched.reduce((sum, { transitions }) => sum + transitions.length, 0);
  return [
    told("histories, changes of health, windows", `${monitors}, ${count}, ${windows}`),
    none("windows whose uptime is a millisecond off", mismatches, windows),
  ];
}

/** Outages with enough time before, in and after them to be sure of each. */
function troubles(random: Random, end: number): Outage[] {
  const all: Outage[] = [];
  for (let from = START + 10 * MINUTE + random.whole(HOUR); from < end - 3 * HOUR;) {
    const to = from + 3 * MINUTE + random.whole(2 * HOUR);
    all.push({ from, to, kind: (["refuses", "turnsAway", "silent"] as const)[random.whole(3)]! });
    from = to + 3 * MINUTE + random.whole(5 * HOUR) + random.whole(60 * SECOND);
  }
  return all;
}
