"use client";

import { Failure } from "#components/shell/failure.tsx";

/** A page of the dashboard that could not be made; the bar stays. */
export default function DashboardError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return <Failure digest={error.digest} retry={retry} />;
}
