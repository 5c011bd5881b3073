"use client";

import { useRef } from "react";
import { Diagnosis } from "#components/transcript/diagnosis.tsx";
import { DialogueStages } from "#components/transcript/dialogue-stages.tsx";
import { StageRail } from "#components/transcript/stage-rail.tsx";
import { Transcript } from "#components/transcript/transcript.tsx";
import { stagesSoFar } from "#core/check/stages-so-far.ts";
import { linesByPath } from "#core/transcript/lines-by-path.ts";
import type { TranscriptLine } from "#core/transcript/transcript.ts";
import { useFollowedLines } from "./use-followed-lines.ts";
import type { TrialResult } from "./use-trial.ts";

type Props = { lines: readonly TranscriptLine[]; result: TrialResult | null; isOver: boolean };

/** The dialogue of a trial as far as it has come: the rail grows, the lines follow, and at the end the one that failed is in sight, with what it means. */
export default function TrialDialogue({ lines, result, isOver }: Props) {
  const statusOf = (path: string | null) =>
    result?.facts.paths?.find((each) => each.path === path)?.status ?? result?.status ?? null;
  const transcript = useRef<HTMLDivElement>(null);
  useFollowedLines(transcript, lines.length, isOver);
  return (
    <>
      {result ? (
        <DialogueStages dialogue={{ ...result, lines: [...lines] }} hasLinks={false} />
      ) : (
        linesByPath(lines).map(({ path, lines: said }) => (
          <StageRail
            key={path}
            label={path === null ? undefined : `Stages over ${path}`}
            timings={stagesSoFar(said)}
            isGrowing={!isOver}
          />
        ))
      )}
      <div ref={transcript} className="min-w-0">
        <Transcript lines={lines} statusOf={statusOf} label="Transcript of the trial" />
      </div>
      {result?.diagnosis && <Diagnosis diagnosis={result.diagnosis} reason={result.reason} opensTab />}
    </>
  );
}
