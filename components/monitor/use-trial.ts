"use client";

import { useEffect, useReducer } from "react";
import type { CheckResult } from "#core/check/result.ts";
import type { Diagnosis } from "#core/diagnosis/diagnosis.ts";
import type { FlowStep } from "#core/mailflow/flow.ts";
import type { TranscriptLine } from "#core/transcript/transcript.ts";

/** Longer than this without a worker is worth a sentence. */
const SILENT_AFTER_MS = 4_000;

/** What a trial saw, and what its reason means. Its transcript has the mark where it failed, which may have come after the line. */
export type TrialResult = CheckResult & { diagnosis: Diagnosis | null };

/**
 * A trial as the page has seen it: waiting for a worker, silent when none comes, running, or over (with its result, if there is one). `steps` are those
 * of a script that are over.
 */
export type TrialState = {
  trialId: string | null;
  phase: "idle" | "waiting" | "silent" | "running" | "over";
  lines: TranscriptLine[];
  steps: FlowStep[];
  result: TrialResult | null;
};

type Event =
  | { kind: "begun"; trialId: string }
  | { kind: "taken" }
  | { kind: "silent" }
  | { kind: "line"; index: number; line: TranscriptLine }
  | { kind: "steps"; steps: FlowStep[] }
  | { kind: "result"; result: TrialResult | null };

const IDLE: TrialState = { trialId: null, phase: "idle", lines: [], steps: [], result: null };

function after(state: TrialState, event: Event): TrialState {
  switch (event.kind) {
    case "begun":
      return { ...IDLE, trialId: event.trialId, phase: "waiting" };
    case "taken":
      return { ...state, phase: "running" };
    case "silent":
      return state.phase === "waiting" ? { ...state, phase: "silent" } : state;
    case "line":
      return event.index < state.lines.length ? state : { ...state, phase: "running", lines: [...state.lines, event.line] };
    case "steps":
      return { ...state, phase: "running", steps: event.steps };
    case "result":
      return { ...state, phase: "over", lines: event.result?.transcript ?? state.lines, result: event.result };
  }
}

/** Follows a trial over server-sent events, the one that is `begun` already or from `begin(trialId)`, until its result. */
export function useTrial(begun?: string): [TrialState, (trialId: string) => void] {
  const [state, tell] = useReducer(after, begun === undefined ? IDLE : after(IDLE, { kind: "begun", trialId: begun }));
  const { trialId } = state;

  useEffect(() => {
    if (trialId === null) return;
    const events = new EventSource(`/api/trials/${trialId}/events`);
    const silence = setTimeout(() => tell({ kind: "silent" }), SILENT_AFTER_MS);
    events.addEventListener("taken", () => tell({ kind: "taken" }));
    events.addEventListener("line", ({ data, lastEventId }: MessageEvent<string>) =>
      tell({ kind: "line", index: Number(lastEventId), line: JSON.parse(data) as TranscriptLine }),
    );
    events.addEventListener("steps", ({ data }: MessageEvent<string>) =>
      tell({ kind: "steps", steps: JSON.parse(data) as FlowStep[] }),
    );
    events.addEventListener("result", ({ data }: MessageEvent<string>) => {
      events.close();
      tell({ kind: "result", result: JSON.parse(data) as TrialResult | null });
    });
    return () => {
      clearTimeout(silence);
      events.close();
    };
  }, [trialId]);

  return [state, (next) => tell({ kind: "begun", trialId: next })];
}
