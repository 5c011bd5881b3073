"use client";

import { StatusMark } from "#components/ui/status-mark.tsx";
import type { TrialResult } from "./use-trial.ts";

/** What a trial came to, in a word and a few sentences. */
export default function TrialVerdict({ result }: { result: TrialResult }) {
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
