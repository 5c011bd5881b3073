import { describeLoad } from "../describe-load.ts";
import { markdownTable } from "../markdown-table.ts";
import { reportHead } from "../report-head.ts";
import { type Judged, type Verdict, WAITED_MS } from "./compare.ts";
import { GIVEN_MS, type Peer } from "./peer.ts";

/** One of them with what it made of all behaviours; null where it is not installed. */
export type Row = { name: string; peer: Pick<Peer, "version" | "configuration"> | null; judged: Judged[] };

/** All of them side by side, as Markdown. */
export function peersReport(rows: Row[]): string {
  const behaviours = rows.find(({ peer }) => peer !== null)!.judged.map(({ behaviour }) => behaviour);
  const installed = rows.filter(({ peer }) => peer !== null);
  const verdictOf = ({ judged }: Row, at: number) => judged[at]!.verdict;
  const differing = behaviours.flatMap(({ row, what, status, code }, at) => {
    const verdicts = installed.map((each) => verdictOf(each, at));
    if (verdicts.every((verdict) => verdict === "right")) return [];
    return [[`${row} ${what}`, code ?? status, ...verdicts.map((verdict) => (verdict === "right" ? "" : verdict))]];
  });
  return [
    ...reportHead("The same hostile servers, asked about by others", "npm run bench -- peers", [
      describeLoad(),
      `${behaviours.length} behaviours: those that need no more than a host, a port and a mode of TLS; played in another process`,
      ...installed.map(({ name, peer }) => `${name} ${peer!.version}: ${peer!.configuration}`),
    ]),
    markdownTable(
      ["who", "hangs", "wrong states", "untyped errors", "right"],
      rows.map((row) => [row.name, ...(row.peer === null ? ["not installed", "", "", ""] : counts(row))]),
    ),
    "",
    `Everybody is given ${GIVEN_MS / 1000} s. *Hangs*: still running ${WAITED_MS / 1000} s later. *Wrong state*: says OK where mail cannot move (our verdict is down), or not OK where`,
    "it can (up); what degrades may be called either. *Untyped*: rightly not OK, in words that do not name both the stage and the cause; of",
    "a refusal, the reply code. The words looked for stand in `bench/peers/is-typed.ts`, and any of them will do. What the corpus calls down is what",
    "the monitor asks for, such as a certificate that can be trusted where STARTTLS is required. A line that a dialogue does not have is",
    "answered with 502.",
    "",
    "## Where they differ",
    "",
    markdownTable(["behaviour", "expected", ...installed.map(({ name }) => name)], differing),
  ].join("\n");
}

function counts({ judged }: Row): string[] {
  const count = (wanted: Verdict) => judged.filter(({ verdict }) => verdict === wanted).length;
  return [count("hangs"), count("wrong"), count("untyped"), count("right")].map(String);
}
