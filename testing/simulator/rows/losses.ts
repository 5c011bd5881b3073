import { none, told, type Figure } from "#testing/faults/figure.ts";
import type { Form, Row } from "../row.ts";
import { DAY, HOUR, incidentsOf, locations, scene, START, timesSaid, USUAL } from "../scenes.ts";
import { simulate } from "../simulate.ts";

const SIZES = { short: { monitors: 100, forMs: 12 * HOUR }, full: { monitors: 1_000, forMs: 30 * DAY } };
/** The other policies, for a tenth of the time. */
const OTHERS = [2, 3];

/** C01: what is lost on its way tells nobody anything. */
export const losses: Row = {
  id: "C01",
  what: "Every hundredth check is lost on its way (its connection times out), and no server is ever down.",
  run: (form) => [1, 3].flatMap((places) => figuresFrom(places, form)),
};

function figuresFrom(places: number, form: Form): Figure[] {
  const { monitors, forMs } = SIZES[form];
  const from = places === 1 ? "one location" : `${places} locations`;
  const lossy = (confirmations: number, lastsMs: number) =>
    simulate(
      scene({
        monitors,
        to: START + lastsMs,
        policy: { ...USUAL, confirmations },
        locations: locations(places),
        world: { outagesOf: () => [], losesOneIn: 100 },
      }),
    );
  const usual = lossy(USUAL.confirmations, forMs);
  const others = OTHERS.map((confirmations) => {
    const { watched, checks } = lossy(confirmations, forMs / 10);
    const count = incidentsOf(watched).toLocaleString("en-US");
    return told(`${from}, ${confirmations} confirmations: false alerts`, `${count} in ${checks.toLocaleString("en-US")} checks`);
  });
  return [
    told(`${from}: checks, lost of them`, `${usual.checks.toLocaleString("en-US")}, ${usual.bad.toLocaleString("en-US")}`),
    none(`${from}, ${USUAL.confirmations} confirmations, as usual: false alerts`, incidentsOf(usual.watched)),
    none(`${from}, as usual: times a monitor was said to be down`, timesSaid(usual.watched, "down")),
    ...others,
  ];
}
