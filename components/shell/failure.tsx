"use client";

import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { failureSentence } from "#core/check/failure-sentence.ts";

/**
 * What a page shows that could not be made. It asks for the health of the product to say more than that something broke; `digest`
 * finds the entry in the log.
 */
export function Failure({ digest, retry }: { digest?: string; retry: () => void }) {
  const [sentence, setSentence] = useState("Something on our side broke while this page was made.");
  useEffect(() => {
    const leaving = new AbortController();
    fetch("/api/health", { signal: leaving.signal, cache: "no-store" })
      .then((response) => response.json())
      .then((health: unknown) => setSentence(failureSentence(health)))
      .catch(() => {
        if (!leaving.signal.aborted) setSentence("The server cannot be reached. Check your own connection first.");
      });
    return () => leaving.abort();
  }, []);
  return (
    <div role="alert" className="grid max-w-form justify-items-start gap-4 py-6 sm:py-12">
      <h1 className="text-xl font-semibold">This page cannot be shown</h1>
      <p className="text-muted">{sentence}</p>
      <Button variant="primary" onClick={retry}>
        Try again
      </Button>
      {digest && <p className="text-sm text-muted">In the log of the server this is error {digest}.</p>}
    </div>
  );
}
