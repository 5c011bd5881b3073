"use client";

import { useRouter } from "next/navigation";
import { lazy, Suspense, useEffect } from "react";
import { useTrial } from "#components/monitor/use-trial.ts";

// Fetched with the first thing there is to say.
const TrialNews = lazy(() => import("#components/monitor/trial-news.tsx"));
const TrialDialogue = lazy(() => import("#components/monitor/trial-dialogue.tsx"));

/** A check of a domain while it goes on: what is said to every server, as it is said. Once it is over the page shows what came of it. */
export function FollowCheck({ trialId }: { trialId: string }) {
  const router = useRouter();
  const [{ phase, lines }] = useTrial(trialId);
  useEffect(() => {
    if (phase === "over") router.refresh();
  }, [phase, router]);
  return (
    <div className="grid min-w-0 gap-4">
      <div role="status" className="grid gap-4">
        <p className="text-muted">Finding its mail servers, meeting each of them, and reading what it publishes.</p>
        <Suspense>{phase === "silent" && <TrialNews complaints={[]} trialId={trialId} phase={phase} result={null} />}</Suspense>
      </div>
      {lines.length > 0 && (
        <Suspense>
          <TrialDialogue lines={lines} result={null} isOver={phase === "over"} />
        </Suspense>
      )}
    </div>
  );
}
