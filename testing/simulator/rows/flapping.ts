import { none, told, type Figure } from "#testing/faults/figure.ts";
import type { Row } from "../row.ts";
import { HOUR, MINUTE, incidentsOf, scene, START, timesSaid, USUAL } from "../scenes.ts";
import { simulate } from "../simulate.ts";
import type { Watched } from "../watched.ts";
import type { Outage } from "../world.ts";

const FOR_MS = 6 * HOUR;
const MOST_MESSAGES = 4;

/** C04: what comes and goes is one incident. */
export const flapping: Row = {
  id: "C04",
  what: "For six hours a server is down for one minute and up for the next, or two and two; it is checked every 10 s, 30 s and 60 s.",
  run: (form) =>
    [10, 30, 60].flatMap((intervalS) => [1, 2].flatMap((minutes) => figuresOf(intervalS, minutes, form === "full" ? 100 : 10))),
};

function figuresOf(intervalS: number, minutes: number, monitors: number): Figure[] {
  const begins = START + HOUR;
  const turns = Array.from({ length: FOR_MS / (2 * minutes * MINUTE) }, (_, turn): Outage => {
    const from = begins + turn * 2 * minutes * MINUTE;
    return { from, to: from + minutes * MINUTE, kind: "refuses" };
  });
  const { watched } = simulate(
    scene({
      monitors,
      to: begins + FOR_MS + 2 * HOUR,
      policy: { ...USUAL, intervalS },
      world: { outagesOf: () => turns, losesOneIn: 0 },
    }),
  );
  const most = Math.max(...watched.map(({ told: messages }) => messages.length));
  const what = `${minutes} min down and ${minutes} up, every ${intervalS} s`;
  const isFew = {
    what: `${what}: messages, at most`,
    measured: String(most),
    aim: `${MOST_MESSAGES} at most`,
    holds: most <= MOST_MESSAGES,
  };
  return [
    told(`${what}: times down, incidents, of ${monitors} monitors`, `${timesSaid(watched, "down")}, ${incidentsOf(watched)}`),
    none(
      `${what}: incidents opened after flapping was told`,
      watched.reduce((sum, each) => sum + openedWhileFlapping(each), 0),
    ),
    none(`${what}: incidents open in the end`, watched.filter(({ isIncidentOpen }) => isIncidentOpen).length),
    isFew,
  ];
}

/** Between the message that a server comes and goes and the one that it is over, its incident goes on. */
function openedWhileFlapping({ told: messages }: Watched): number {
  const flaps = messages.findIndex(({ kind }) => kind === "flapping");
  return flaps === -1 ? 0 : messages.slice(flaps).filter(({ kind }) => kind === "opened").length;
}
