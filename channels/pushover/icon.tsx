/** A phone that shows a message, for Pushover. */
export function PushoverIcon({ className }: { className?: string }) {
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
      <rect x="6" y="2.5" width="12" height="19" rx="2" />
      <path d="M9.5 8h5M9.5 11h3M11 18h2" />
    </svg>
  );
}
