import { Glyph } from "../glyph.tsx";

/** A pager, for PagerDuty. */
export function PagerdutyIcon({ className }: { className?: string }) {
  return (
    <Glyph className={className}>
      <rect x="3" y="6" width="18" height="12" rx="2" />
      <path d="M6.5 9.5h11v2.5h-11zM7 15h2M12 15h5" />
    </Glyph>
  );
}
