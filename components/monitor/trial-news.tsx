"use client";

import { Alert } from "#components/ui/alert.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import type { TrialResult, TrialState } from "./use-trial.ts";

type Props = Pick<TrialState, "phase" | "result"> & { complaints: readonly string[] };

/** How a trial goes: what speaks against it, what it waits for, and what it came to. */
export default function TrialNews({ complaints, phase, result }: Props) {
  return (
    <>
      {complaints.length > 0 && <Alert tone="error">{complaints.join(" ")}</Alert>}
      {phase === "waiting" && <p className="text-muted">Waiting for a worker.</p>}
      {phase === "silent" && (
        <Alert tone="warning" title="No worker has taken it up yet">
          Checks run in a process of their own, and none has answered for some seconds. It may be starting or stopped. As soon as
          one is there, the trial goes on here.
        </Alert>
      )}
      {result && <Verdict result={result} />}
      {phase === "over" && result === null && <Alert tone="error">The worker that ran it has gone away. Try it once more.</Alert>}
    </>
  );
}

function Verdict({ result }: { result: TrialResult }) {
  return (
    <div className="grid gap-1">
      <StatusMark status={result.status} size="lg" className="text-lg" />
      {result.status === "up" && (
        <p>{result.facts.flow ? "Every step did what it should." : "The server did everything a mail client needs of it."}</p>
      )}
      {result.warnings.map((warning) => (
        <p key={warning} className="text-muted">
          {warning}
        </p>
      ))}
    </div>
  );
}
