"use client";

import { cx } from "class-variance-authority";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";

const AT_MOST_EVERY_MS = 1_000;
const POLL_MS = 30_000;

/**
 * Keeps the page, whose data was read at `readAt` (epoch ms), as it is on the server: at each word from there, and every 30 s in case none
 * gets through. Says quietly which of the two.
 */
export function LiveRefresh({ readAt }: { readAt: number }) {
  const router = useRouter();
  const [isLive, setIsLive] = useState<boolean | null>(null);
  const [hasNews, setHasNews] = useState(false);
  const [isRefreshing, startRefresh] = useTransition();
  const firstReadAt = useRef(readAt); // each refresh brings a later one, and the stream stays open

  useEffect(() => {
    const events = new EventSource(`/api/events?since=${firstReadAt.current}`);
    events.addEventListener("hello", () => setIsLive(true));
    events.addEventListener("changed", () => setHasNews(true));
    events.addEventListener("error", () => setIsLive(false));
    return () => events.close();
  }, []);

  useEffect(() => {
    if (!hasNews || isRefreshing) return;
    const timer = setTimeout(() => {
      setHasNews(false);
      startRefresh(() => router.refresh());
    }, AT_MOST_EVERY_MS);
    return () => clearTimeout(timer);
  }, [hasNews, isRefreshing, router]);

  useEffect(() => {
    if (isLive !== false) return;
    const timer = setInterval(() => setHasNews(true), POLL_MS);
    return () => clearInterval(timer);
  }, [isLive]);

  return (
    <span className="inline-flex items-center gap-1.5 text-sm text-muted" role="status">
      <span
        aria-hidden
        className={cx("size-2 rounded-full border", isLive ? "border-up-fill bg-up-fill" : "border-line-strong bg-transparent")}
      />
      {isLive === false ? "Reconnecting" : isLive ? "Live" : "Connecting"}
    </span>
  );
}
