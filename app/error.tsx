"use client";

import { Failure } from "#components/shell/failure.tsx";
import { PageFrame } from "#components/shell/page-frame.tsx";

/** Anything thrown outside the dashboard's pages, the bar of the dashboard included. */
export default function RootError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <PageFrame home="/" bar={null}>
      <Failure digest={error.digest} retry={retry} />
    </PageFrame>
  );
}
