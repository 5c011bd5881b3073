import { describeRun } from "../machine.ts";
import { markdownTable } from "../markdown-table.ts";
import type { Figure } from "./measure.ts";
import type { ProbeBenchOptions } from "./options.ts";

/** One table: contenders against one target. The first two figures are the bare loops; `aim` is ours over the first. */
export type Section = { title: string; aim: number; figures: Figure[] };

/** What a run measured, as Markdown. */
export function probeReport({ probes, atOnce, rounds }: ProbeBenchOptions, sections: Section[]): string {
  return [
    "# What a probe costs",
    "",
    `\`npm run bench:probe -- -n ${probes} -c ${atOnce} --rounds ${rounds}\``,
    "",
    ...describeRun().map((line) => `- ${line}`),
    ...sections.flatMap(sectionLines),
    "",
    "CPU microseconds per probe, user + system of the client's process alone, never of the server's; the median of the rounds, which are",
    "interleaved, each with processes of its own, warmed up. Every client says greeting, EHLO, QUIT, and with STARTTLS also EHLO after it, to the same server at a literal address; each",
    "handshake is a whole one. The bare loops keep nothing and have no time limit; Ehlowatch's figure is with transcript, timings and facts.",
    "blackbox_exporter is asked over HTTP; check_smtp is a process for each probe and looks at the dates of a certificate, not at its chain",
    "or name. smtp-sink knows no TLS, so a small server of our own takes its place there.",
  ].join("\n");
}

function sectionLines({ title, aim, figures }: Section): string[] {
  const [bare, lean] = figures.map(({ cpuUs }) => cpuUs!) as [number, number];
  const rows = figures.map(({ name, cpuUs, probes, bad }) =>
    cpuUs === null
      ? [name, "not installed", "", "", "", ""]
      : [name, String(Math.round(cpuUs)), times(cpuUs / bare), times(cpuUs / lean), String(probes), String(bad)],
  );
  const head = ["client", "CPU µs per probe", "bare", "bare, onread", "probes", "gone wrong"];
  return [
    "",
    `## ${title}`,
    "",
    markdownTable(head, rows),
    "",
    `Aim for Ehlowatch: at most ${aim} × bare, and less than every peer.`,
  ];
}

function times(ratio: number): string {
  return `${ratio.toFixed(2)} ×`;
}
