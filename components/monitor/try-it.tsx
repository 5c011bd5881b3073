"use client";

import { Play } from "lucide-react";
import { lazy, Suspense, useEffect, useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import type { TrialAnswer } from "./monitor-form.tsx";
import { useTrial, type TrialState } from "./use-trial.ts";

// Loaded with the first line there is to show, and with the first thing there is to say.
const TrialDialogue = lazy(() => import("./trial-dialogue.tsx"));
const TrialNews = lazy(() => import("./trial-news.tsx"));

type Props = {
  start: () => Promise<TrialAnswer>;
  /** Is told as the steps of a script are over, one by one. */
  onSteps: (steps: TrialState["steps"], phase: TrialState["phase"]) => void;
};

/** Runs the dialogue once, before anything is saved, and shows it while it happens. */
export function TryIt({ start, onSteps }: Props) {
  const [trial, begin] = useTrial();
  const [complaints, setComplaints] = useState<string[]>([]);
  const [isStarting, startTransition] = useTransition();
  const isBusy = isStarting || trial.phase === "waiting" || trial.phase === "running";
  const onTry = () =>
    startTransition(async () => {
      const answer = await start();
      if ("trialId" in answer) begin(answer.trialId);
      setComplaints("errors" in answer ? Object.values(answer.errors) : "message" in answer ? [answer.message] : []);
    });
  const { trialId, lines, result, phase } = trial;
  const steps = result?.facts.flow?.steps ?? trial.steps;
  useEffect(() => onSteps(steps, phase), [steps, phase, onSteps]);

  return (
    <section aria-label="Try it" className="min-w-0 border-t border-line pt-6 lg:border-t-0 lg:border-l lg:pt-0 lg:pl-8">
      {/* In sight however long the form is. */}
      <div className="grid min-w-0 content-start gap-4 lg:sticky lg:top-6">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="max-w-prose flex-1 basis-64 text-muted">
            Run the dialogue once with what the form says now. Nothing is saved.
          </p>
          <Button onClick={onTry} disabled={isBusy}>
            <Play aria-hidden />
            {isBusy ? "Trying" : "Try it"}
          </Button>
        </div>
        <div aria-live="polite" className="grid min-w-0 gap-4">
          <Suspense>
            {(complaints.length > 0 || phase !== "idle") && (
              <TrialNews complaints={complaints} trialId={trialId} phase={phase} result={result} />
            )}
          </Suspense>
        </div>
        {lines.length > 0 && (
          <Suspense>
            <TrialDialogue lines={lines} result={result} isOver={phase === "over"} />
          </Suspense>
        )}
      </div>
    </section>
  );
}
