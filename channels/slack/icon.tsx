/** Four bars that cross, for Slack. */
export function SlackIcon({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinecap="round"
      className={className}
      aria-hidden
    >
      <path d="M9 4v16M15 4v16M4 9h16M4 15h16" />
    </svg>
  );
}
