"use client";

import { useEffect, useState } from "react";

/** When the next occurrences would be, or why nobody can say. */
export type PreviewAnswer = { occurrences: string[]; error: string | null };

const WAIT_MS = 400;

type Props = {
  /** What is typed, as JSON: it is asked for again when that is another text. */
  typed: string;
  zone: string;
  ask: (typed: string) => Promise<PreviewAnswer>;
};

/** The next five occurrences of what is typed, asked for shortly after the last key. */
export function Preview({ typed, zone, ask }: Props) {
  const [answer, setAnswer] = useState<PreviewAnswer | null>(null);
  useEffect(() => {
    let isOver = false;
    const show = async () => {
      const next = await ask(typed);
      if (!isOver) setAnswer(next);
    };
    const timer = setTimeout(() => void show(), WAIT_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [typed, ask]);
  return (
    <section aria-labelledby="preview" className="content-start">
      <h2 id="preview" className="mb-1 text-lg font-semibold">
        When it will be
      </h2>
      <p className="mb-3 text-sm text-muted">The next five, in your time zone ({zone}).</p>
      <div aria-live="polite" className="min-h-32">
        {answer?.error && <p className="text-muted">{answer.error}</p>}
        {answer && answer.occurrences.length > 0 && (
          <ol aria-label="Next occurrences" className="grid gap-1.5">
            {answer.occurrences.map((occurrence) => (
              <li key={occurrence} className="border-l-2 border-maintenance pl-3">
                {occurrence}
              </li>
            ))}
          </ol>
        )}
      </div>
    </section>
  );
}
