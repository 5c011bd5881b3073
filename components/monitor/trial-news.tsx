"use client";

import { Alert } from "#components/ui/alert.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import type { TrialResult, TrialState } from "./use-trial.ts";

type Props = Pick<TrialState, "trialId" | "phase" | "result"> & { complaints: readonly string[] };

/** How a trial goes: what speaks against it, what it waits for, and what it came to. */
export default function TrialNews({ complaints, trialId, phase, result }: Props) {
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
      {result?.facts.domain && (
        <p>
          <a className="link" href={`/domains/check/${trialId}`} target="_blank">
            The whole report (in a new tab)
          </a>
        </p>
      )}
      {phase === "over" && result === null && <Alert tone="error">The worker that ran it has gone away. Try it once more.</Alert>}
    </>
  );
}

function Verdict({ result }: { result: TrialResult }) {
  return (
    <div className="grid gap-1">
      <StatusMark status={result.status} size="lg" className="text-lg" />
      {result.status === "up" && <p>{wellWords(result)}</p>}
      {result.warnings.map((warning) => (
        <p key={warning} className="text-muted">
          {warning}
        </p>
      ))}
    </div>
  );
}

function wellWords({ facts: { flow, domain, listings } }: TrialResult): string {
  if (listings) return "None of it is on a list that many servers refuse or count mail by.";
  if (flow) return "Every step did what it should.";
  if (domain)
    return domain.mx.kind === "null" ? "There is no server to meet." : "Its mail servers take mail on every address we can reach.";
  return "The server did everything a mail client needs of it.";
}
