/** A paper plane, for Telegram. */
export function TelegramIcon({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinejoin="round"
      className={className}
      aria-hidden
    >
      <path d="M3 11.5 21 4l-3 16-6-5-3.5 3.5L8 13.5 18 7" />
    </svg>
  );
}
