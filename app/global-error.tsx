"use client";

import "./globals.css";
import { Failure } from "#components/shell/failure.tsx";

/** When even the root layout failed: the page alone, in the colours of the system where they are light. */
export default function GlobalError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <html lang="en">
      <body className="px-4 font-sans">
        <title>Ehlowatch</title>
        <main>
          <Failure digest={error.digest} retry={retry} />
        </main>
      </body>
    </html>
  );
}
