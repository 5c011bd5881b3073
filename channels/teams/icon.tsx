/** Two people, for Microsoft Teams. */
export function TeamsIcon({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
      aria-hidden
    >
      <circle cx="9" cy="7" r="3" />
      <circle cx="17.5" cy="8" r="2" />
      <path d="M3 19v-3a3 3 0 0 1 3-3h6a3 3 0 0 1 3 3v3M18 13h1a2 2 0 0 1 2 2v4" />
    </svg>
  );
}
