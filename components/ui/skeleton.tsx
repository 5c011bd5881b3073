import { cx } from "class-variance-authority";

/** The place something will be: give it the size of what comes. */
function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cx("animate-pulse rounded-md bg-line motion-reduce:animate-none", className)} />;
}

/** A page on its way: a heading and some rows. */
export function PageSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <div role="status" className="grid gap-3">
      <span className="sr-only">Loading</span>
      <Skeleton className="mb-4 h-8 w-48" />
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} className="h-12 w-full" />
      ))}
    </div>
  );
}
