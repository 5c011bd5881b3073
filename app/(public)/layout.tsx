import type { ReactNode } from "react";
import { findViewer } from "#app/_data/viewer.ts";
import { PublicFrame } from "#components/shell/public-frame.tsx";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  return <PublicFrame isSignedIn={(await findViewer()) !== null}>{children}</PublicFrame>;
}
