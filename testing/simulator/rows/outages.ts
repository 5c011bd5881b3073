import { exactly, inSeconds, none, percentile, told, within, type Figure } from "#testing/faults/figure.ts";
import { randomFrom } from "#testing/fuzz/random.ts";
import type { Form, Row } from "../row.ts";
import { anOutageEach, HOUR, incidentsOf, locations, MINUTE, scene, SECOND, START } from "../scenes.ts";
import { simulate } from "../simulate.ts";
import type { Outage } from "../world.ts";

const TOLD_WITHIN_MS = 90 * SECOND;
const ANSWERS: readonly Outage["kind"][] = ["refuses", "turnsAway"];

/** C02: every outage is told of, and soon. */
export const outages: Row = {
  id: "C02",
  what: "Outages of 90 s to 6 h at any instant, checked every minute: servers that refuse or turn away; and, apart, ones that say nothing, whose every check waits 10 s.",
  run: (form) => [
    ...[1, 3].flatMap((places) => figuresOf("refuses or turns away", ANSWERS, places, form)),
    ...[1, 3].flatMap((places) => silentFigures(places, form)),
  ],
};

function figuresOf(what: string, kinds: readonly Outage["kind"][], places: number, form: Form): Figure[] {
  const { tookMs, count, monitors } = detected(kinds, places, form);
  const from = `${what}, from ${places}`;
  return [
    told(`${from}: told after, p50, p95, p99`, [0.5, 0.95, 0.99].map((share) => inSeconds(percentile(tookMs, share))).join(", ")),
    within(`${from}: told after, at most`, Math.max(...tookMs), TOLD_WITHIN_MS),
    none(`${from}: missed`, monitors - tookMs.length, monitors),
    exactly(`${from}: incidents`, count, monitors),
  ];
}

/** Five checks of 10 s one after the other cannot be over in half a minute: what it takes is told, and nothing else is promised. */
function silentFigures(places: number, form: Form): Figure[] {
  const { tookMs, monitors, longMissed } = detected(["silent"], places, form);
  const from = `says nothing, from ${places}`;
  const spread = [0.5, 0.95, 0.99, 1].map((share) => inSeconds(percentile(tookMs, share))).join(", ");
  return [
    told(`${from}: told after, p50, p95, p99, at most`, spread),
    told(`${from}: over before it was sure`, `${monitors - tookMs.length} of ${monitors}`),
    none(`${from}: missed of those of 2 min and more`, longMissed),
  ];
}

function detected(kinds: readonly Outage["kind"][], places: number, form: Form) {
  const monitors = form === "full" ? 500 : 40;
  const truth = anOutageEach(randomFrom(7), monitors, kinds, START + 10 * MINUTE);
  const { watched } = simulate(
    scene({
      monitors,
      to: START + 9 * HOUR,
      locations: locations(places),
      world: { outagesOf: (monitorId) => truth.get(monitorId)!, losesOneIn: 0 },
    }),
  );
  const found = watched.map(({ monitorId, told: messages }) => {
    const [outage] = truth.get(monitorId)!;
    const first = messages.find(({ kind, at }) => kind === "opened" && at >= outage!.from && at < outage!.to);
    return { lengthMs: outage!.to - outage!.from, tookMs: first ? first.sentAt - outage!.from : null };
  });
  return {
    monitors,
    count: incidentsOf(watched),
    tookMs: found.flatMap(({ tookMs }) => (tookMs === null ? [] : [tookMs])),
    longMissed: found.filter(({ lengthMs, tookMs }) => lengthMs >= 2 * MINUTE && tookMs === null).length,
  };
}
