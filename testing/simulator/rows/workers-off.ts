import { silenceLimitMs } from "#core/judging/gap.ts";
import { uptimeOf } from "#core/uptime/uptime.ts";
import { exactly, none, within, type Figure } from "#testing/faults/figure.ts";
import type { Row } from "../row.ts";
import { HOUR, incidentsOf, locations, MINUTE, scene, SECOND, START, timesSaid, USUAL } from "../scenes.ts";
import { simulate } from "../simulate.ts";

const OFF = [{ from: START + HOUR, to: START + HOUR + 20 * MINUTE }];
const END = START + 3 * HOUR;

/** C05: where nobody watches, nobody knows. */
export const workersOff: Row = {
  id: "C05",
  what: "No worker runs for 20 minutes; and, apart, none of one location of three.",
  run: (form) => [...allOff(form === "full" ? 1_000 : 30), ...oneOff(form === "full" ? 1_000 : 30)],
};

function allOff(monitors: number): Figure[] {
  const { watched } = simulate(scene({ monitors, to: END, locations: locations(1, { off: OFF }) }));
  const gaps = watched.map(({ transitions }) =>
    transitions.find(({ to, reason }) => to === "unknown" && reason === "check.missed"),
  );
  const shownAfterMs = gaps.map((gap) => gap!.at - USUAL.intervalS * SECOND + silenceLimitMs(USUAL.intervalS) - OFF[0]!.from);
  const wrong = watched.filter(({ transitions }) => {
    const { ms } = uptimeOf(transitions, START, END);
    const [first, gap, back] = transitions;
    return (
      ms.down !== 0 || ms.unknown !== first!.at - START + (back!.at - gap!.at) || ms.up !== gap!.at - first!.at + (END - back!.at)
    );
  });
  return [
    none("all off: false downs", timesSaid(watched, "down")),
    exactly("all off: monitors that became unknown, once", gaps.filter(Boolean).length, monitors),
    within("all off: unknown after, at most", Math.max(...shownAfterMs), 2 * MINUTE + 30 * SECOND),
    exactly("all off: monitors whose uptime the gap is credited to or taken from", wrong.length, 0),
  ];
}

function oneOff(monitors: number): Figure[] {
  const { watched } = simulate(scene({ monitors, to: END, locations: locations(3, { off: OFF }) }));
  return [
    none("one of three off: alerts", incidentsOf(watched)),
    none("one of three off: false downs", timesSaid(watched, "down")),
    none("one of three off: monitors that became unknown", timesSaid(watched, "unknown")),
  ];
}
