"use client";

import { lazy, Suspense, useSyncExternalStore } from "react";
import { toastWanted } from "./toast.ts";

const ToastList = lazy(() => import("./toast-list.tsx"));

/** Where short notices appear; `toast("Saved")` of ./toast.ts shows one. */
export function Toaster() {
  const isWanted = useSyncExternalStore(toastWanted.subscribe, toastWanted.read, () => false);
  if (!isWanted) return null;
  return (
    <Suspense fallback={null}>
      <ToastList />
    </Suspense>
  );
}
