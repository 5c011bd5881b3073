import type { PathVerdict } from "../check/result.ts";
import { isDialogueStage, STAGES, type Stage } from "../check/stage.ts";
import type { TranscriptLine } from "../transcript/transcript.ts";
import type { MailHost } from "./mx-set.ts";

/**
 * What came of one stage on one way: how long it took in ms, null where it was not passed, and the number of its first line in the transcript,
 * from 1, null where none is kept.
 */
export type MatrixCell = { stage: Stage; ms: number | null; isFailed: boolean; line: number | null };

/** One way to a mail server: its address, null where there was none to connect to, and what came of it. */
export type MatrixWay = { verdict: PathVerdict; address: string | null; cells: MatrixCell[]; line: number | null };

/** A mail server with the ways to it. Senders try the preferred ones first. */
export type MatrixHost = { host: MailHost; isPreferred: boolean; ways: MatrixWay[] };

/** Every mail server of a domain by every way to it and every stage: `stages` are the columns, in wire order. */
export type HostMatrix = { stages: Stage[]; hosts: MatrixHost[] };

/** Lays out what came of meeting `hosts`. The ways are told apart by their names, "mx1.example.com 192.0.2.25". */
export function hostMatrix(
  hosts: readonly MailHost[],
  paths: readonly PathVerdict[],
  lines: readonly TranscriptLine[] = [],
): HostMatrix {
  const passed = new Set(paths.flatMap(({ stages, reason }) => [...stages.map(({ stage }) => stage), reason?.stage]));
  const stages = STAGES.filter((stage) => stage !== "dns" && isDialogueStage(stage) && passed.has(stage));
  const most = Math.min(...hosts.map(({ preference }) => preference));
  return {
    stages,
    hosts: hosts.map((host) => ({
      host,
      isPreferred: host.preference === most,
      ways: paths.filter((verdict) => isWayTo(host, verdict)).map((verdict) => wayOf(host, verdict, stages, lines)),
    })),
  };
}

function isWayTo({ name }: MailHost, { path }: PathVerdict): boolean {
  return path === name || path.startsWith(`${name} `);
}

function wayOf({ name }: MailHost, verdict: PathVerdict, columns: readonly Stage[], lines: readonly TranscriptLine[]): MatrixWay {
  const { path, stages, reason } = verdict;
  const lineOf = (stage?: Stage) => {
    const index = lines.findIndex((line) => line.path === path && (stage === undefined || line.stage === stage));
    return index === -1 ? null : index + 1;
  };
  return {
    verdict,
    address: path === name ? null : path.slice(name.length + 1).replace(/^\[(.*)\]$/, "$1"),
    line: lineOf(),
    cells: columns.map((stage) => ({
      stage,
      ms: stages.find((each) => each.stage === stage)?.ms ?? null,
      isFailed: reason?.stage === stage,
      line: lineOf(stage),
    })),
  };
}
