"use client";

import { useEffect } from "react";

/** Brings the line that failed into sight where it is not, unless the address asks for another line. */
export function ScrollToFailed() {
  useEffect(() => {
    if (location.hash === "") document.querySelector("[data-failed=true]")?.scrollIntoView({ block: "nearest" });
  }, []);
  return null;
}
