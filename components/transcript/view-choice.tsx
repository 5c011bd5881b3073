import Link from "next/link";

/** The transcript alone, or beside the last good one. */
export function ViewChoice({ href, isBeside }: { href: string; isBeside: boolean }) {
  const views = [
    { label: "Transcript", href, isShown: !isBeside },
    { label: "Beside the last good one", href: `${href}?beside=good`, isShown: isBeside },
  ];
  return (
    <nav aria-label="View of the transcript" className="flex w-fit gap-0.5 rounded-md border border-line p-0.5">
      {views.map((view) => (
        <Link
          key={view.label}
          href={view.href}
          scroll={false}
          aria-current={view.isShown ? "true" : undefined}
          className="grid h-7 place-items-center rounded-sm px-2 text-sm text-muted hover:text-text aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-text"
        >
          {view.label}
        </Link>
      ))}
    </nav>
  );
}
