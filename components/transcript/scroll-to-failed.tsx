"use client";

import { useEffect } from "react";

/** Scrolls the transcript, not the page, to the line that failed, unless the address asks for another line. */
export function ScrollToFailed() {
  useEffect(() => {
    if (location.hash !== "") return;
    const line = document.querySelector<HTMLElement>("[data-failed=true]");
    const transcript = line?.closest<HTMLElement>("[role=region]");
    if (line && transcript) transcript.scrollTop = line.offsetTop - transcript.clientHeight / 2;
  }, []);
  return null;
}
