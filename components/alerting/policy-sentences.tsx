import type { PolicySentence } from "#core/escalation/policy-words.ts";

/** A policy as somebody would say it: when, and who is told. */
export function PolicySentences({ sentences }: { sentences: readonly PolicySentence[] }) {
  return (
    <ol className="grid gap-1">
      {sentences.map(({ when, text }) => (
        <li key={`${when} ${text}`} className="wrap-anywhere">
          <span className="font-medium">{when}</span>: {text}
        </li>
      ))}
    </ol>
  );
}
