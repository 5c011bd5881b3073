import { phaseOf } from "#core/schedule/schedule.ts";
import { exactly, none, told, type Figure } from "#testing/faults/figure.ts";
import { randomFrom } from "#testing/fuzz/random.ts";
import type { Row } from "../row.ts";
import { anOutageEach, HOUR, incidentsOf, locations, MINUTE, scene, START, USUAL } from "../scenes.ts";
import { simulate } from "../simulate.ts";

const SKEWS_S = [-10, 10];
/** Clocks go forward in Berlin, and back, at these hours; and a leap second has its own, which epoch time passes over. */
const ODD_HOURS = {
  "summer time begins": Date.UTC(2026, 2, 29, 0),
  "summer time ends": Date.UTC(2026, 9, 25, 0),
  "a leap second": Date.UTC(2016, 11, 31, 23),
};

/** C09: no slot is lost and none is run twice, whatever a worker's clock says. */
export const clocks: Row = {
  id: "C09",
  what: "One of three workers has a clock that is 10 s slow, or fast; and the hours in which clocks on walls are put forward or back. Every server has one outage.",
  run: (form) => {
    const monitors = form === "full" ? 500 : 20;
    return [...SKEWS_S.flatMap((skewS) => skewed(skewS, monitors)), ...oddHours(monitors)];
  },
};

function skewed(skewS: number, monitors: number): Figure[] {
  const truth = anOutageEach(randomFrom(9), monitors, ["refuses"], START + 10 * MINUTE);
  const end = START + 9 * HOUR;
  const slots = countSlots();
  const { watched, missed } = simulate(
    scene({
      monitors,
      to: end,
      locations: locations(3, { skewS }),
      world: { outagesOf: (monitorId) => truth.get(monitorId)!, losesOneIn: 0 },
      onJudged: (monitorId, result) => slots.note(monitorId, result),
    }),
  );
  const what = `a clock ${Math.abs(skewS)} s ${skewS < 0 ? "slow" : "fast"}`;
  const backwards = watched.filter(({ transitions }) =>
    transitions.some(({ at, confirmedAt }, n) => confirmedAt < at || (n > 0 && at < transitions[n - 1]!.at)),
  );
  return [
    none(`${what}: slots run twice`, slots.twice()),
    none(`${what}: slots lost`, missed + slots.lost(monitors, START + MINUTE, end - MINUTE)),
    none(`${what}: histories that run backwards`, backwards.length),
    exactly(`${what}: incidents`, incidentsOf(watched), monitors),
  ];
}

function oddHours(monitors: number): Figure[] {
  return Object.entries(ODD_HOURS).flatMap(([what, from]) => {
    const slots = countSlots();
    const to = from + 3 * HOUR;
    const { missed, checks } = simulate(
      scene({ monitors, from, to, onJudged: (monitorId, result) => slots.note(monitorId, result) }),
    );
    return [
      told(`${what}: checks in three hours`, String(checks)),
      none(`${what}: slots run twice`, slots.twice()),
      none(`${what}: slots lost`, missed + slots.lost(monitors, from, to)),
    ];
  });
}

/** Which slots of the schedule were judged, and how often. */
function countSlots() {
  const seen = new Set<string>();
  let twice = 0;
  return {
    note(monitorId: number, { slotAt, locationId }: { slotAt: number; locationId: number }) {
      const key = `${monitorId} ${slotAt} ${locationId}`;
      if (seen.has(key)) twice++;
      seen.add(key);
    },
    twice: () => twice,
    lost(monitors: number, from: number, to: number): number {
      const slots = new Set([...seen].map((key) => key.slice(0, key.lastIndexOf(" "))));
      let lost = 0;
      for (let monitorId = 1; monitorId <= monitors; monitorId++) {
        const first = Math.ceil(from / 1000 / USUAL.intervalS) * USUAL.intervalS + phaseOf(monitorId, USUAL.intervalS);
        for (let slotS = first; slotS * 1000 < to; slotS += USUAL.intervalS) if (!slots.has(`${monitorId} ${slotS * 1000}`)) lost++;
      }
      return lost;
    },
  };
}
