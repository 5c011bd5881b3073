import { exactly, none, told, type Figure } from "#testing/faults/figure.ts";
import { randomFrom } from "#testing/fuzz/random.ts";
import type { Row } from "../row.ts";
import { anOutageEach, HOUR, incidentsOf, locations, MINUTE, scene, START } from "../scenes.ts";
import { simulate } from "../simulate.ts";

const FOR_MIN = [1, 5, 10];

/** F12: what a location could not write for a while comes late, and says nothing twice. */
export const split: Row = {
  id: "F12",
  what: "One of three locations cannot reach the database for a while, again and again, and writes what it has seen when it can; every server has one outage.",
  run: (form) => FOR_MIN.flatMap((minutes) => figuresOf(minutes, form === "full" ? 500 : 20)),
};

function figuresOf(minutes: number, monitors: number): Figure[] {
  const end = START + 9 * HOUR;
  const truth = anOutageEach(randomFrom(11), monitors, ["refuses"], START + 10 * MINUTE);
  const splits = Array.from({ length: 27 }, (_, at) => {
    const from = START + at * 20 * MINUTE + 7_500;
    return { from, to: from + minutes * MINUTE };
  });
  let late = 0;
  const { watched } = simulate(
    scene({
      monitors,
      to: end,
      locations: locations(3, { split: splits }),
      world: { outagesOf: (monitorId) => truth.get(monitorId)!, losesOneIn: 0 },
      onJudged: (_, { startedAt }, at) => (late += at - startedAt > MINUTE / 2 ? 1 : 0),
    }),
  );
  const outOfOrder = watched.filter(({ transitions }) => transitions.some(({ at }, n) => n > 0 && at < transitions[n - 1]!.at));
  return [
    told(`${minutes} min: results written more than 30 s late`, String(late)),
    exactly(`${minutes} min: incidents`, incidentsOf(watched), monitors),
    none(`${minutes} min: monitors with two incidents`, watched.filter(({ incidents }) => incidents > 1).length),
    none(`${minutes} min: histories out of order`, outOfOrder.length),
  ];
}
