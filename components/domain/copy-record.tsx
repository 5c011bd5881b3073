"use client";

import { lazy, Suspense } from "react";

// Pages that show a record are full as it is: this comes after what is to be read.
const CopyText = lazy(() => import("#components/ui/copy-text.tsx").then((module) => ({ default: module.CopyText })));

/** Copies the value of a record, as the forms of DNS providers want it. */
export function CopyRecord({ value }: { value: string }) {
  return (
    <Suspense>
      <CopyText text={value}>Copy value</CopyText>
    </Suspense>
  );
}
