import { useEffect, useRef, type RefObject } from "react";

/** So far from the end (px) whoever looks at a transcript still looks at its end. */
const NEAR_PX = 24;

/** Keeps the newest of so many lines of a transcript in sight, unless somebody has scrolled away from it; once it is over, the line that failed. */
export function useFollowedLines(around: RefObject<HTMLElement | null>, count: number, isOver: boolean): void {
  const height = useRef(0);
  useEffect(() => {
    const region = around.current?.querySelector<HTMLElement>("[role=region]");
    if (!region || count === 0) return;
    const failed = isOver ? region.querySelector<HTMLElement>("[data-failed=true]") : null;
    const isAtEnd = region.scrollTop + region.clientHeight >= height.current - NEAR_PX;
    height.current = region.scrollHeight;
    if (failed) region.scrollTop = failed.offsetTop - region.clientHeight / 2;
    else if (isAtEnd) region.scrollTop = region.scrollHeight;
  }, [around, count, isOver]);
}
