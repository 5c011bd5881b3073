/** The mark: the stages of a dialogue, one after another. */
export function Logo() {
  return (
    <span className="inline-flex items-center gap-2 text-lg font-semibold tracking-tight">
      <svg aria-hidden viewBox="0 0 32 32" className="size-6">
        <rect width="32" height="32" rx="7" fill="var(--accent)" />
        <path fill="var(--on-accent)" d="M7 8h6v4H7zM15 14h5v4h-5zM22 20h3v4h-3z" />
        <path fill="var(--on-accent)" fillOpacity=".45" d="M7 14h6v4H7zM7 20h6v4H7zM15 20h5v4h-5z" />
      </svg>
      Ehlowatch
    </span>
  );
}
