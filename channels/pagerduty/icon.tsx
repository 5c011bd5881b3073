/** A pager, for PagerDuty. */
export function PagerdutyIcon({ className }: { className?: string }) {
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
      <rect x="3" y="6" width="18" height="12" rx="2" />
      <path d="M6.5 9.5h11v2.5h-11zM7 15h2M12 15h5" />
    </svg>
  );
}
