import { Glyph } from "../glyph.tsx";

/** A phone that shows a message, for Pushover. */
export function PushoverIcon({ className }: { className?: string }) {
  return (
    <Glyph className={className}>
      <rect x="6" y="2.5" width="12" height="19" rx="2" />
      <path d="M9.5 8h5M9.5 11h3M11 18h2" />
    </Glyph>
  );
}
