import { useEffect, useState } from "react";
import type { FoundMonitor } from "#core/monitor/found-monitor.ts";

export type LookFor = (typed: string) => Promise<FoundMonitor[]>;

const PAUSE_MS = 150;

/** The monitors for what was typed, once the typing pauses; until then those from before. Null where they cannot be had. */
export function useFound(typed: string, lookFor: LookFor): readonly FoundMonitor[] | null {
  const [found, setFound] = useState<readonly FoundMonitor[] | null>([]);
  useEffect(() => {
    let isStale = false;
    const show = (monitors: readonly FoundMonitor[] | null) => {
      if (!isStale) setFound(monitors);
    };
    const look = () => {
      lookFor(typed).then(show, () => show(null));
    };
    const timer = setTimeout(look, typed === "" ? 0 : PAUSE_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [typed, lookFor]);
  return found;
}
