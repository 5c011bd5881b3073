"use client";

import { Diagnosis } from "#components/transcript/diagnosis.tsx";
import { StageRail } from "#components/transcript/stage-rail.tsx";
import { Transcript } from "#components/transcript/transcript.tsx";
import { stagesSoFar } from "#core/stages-so-far.ts";
import type { TranscriptLine } from "#core/transcript.ts";
import type { TrialResult } from "./use-trial.ts";

type Props = { lines: readonly TranscriptLine[]; result: TrialResult | null; isOver: boolean };

/** The dialogue of a trial as far as it has come: the rail grows, the lines follow, and at the end what it means. */
export default function TrialDialogue({ lines, result, isOver }: Props) {
  const reason = result?.reason;
  const failed = reason?.stage ? { stage: reason.stage, replyCode: reason.reply?.code ?? null } : null;
  return (
    <>
      <StageRail timings={result?.stages ?? stagesSoFar(lines)} failed={failed} isGrowing={!isOver} />
      <Transcript lines={lines} label="Transcript of the trial" />
      {result?.diagnosis && <Diagnosis diagnosis={result.diagnosis} reason={reason} opensTab />}
    </>
  );
}
