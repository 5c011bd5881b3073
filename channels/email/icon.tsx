import { Glyph } from "../glyph.tsx";

/** An envelope, for e-mail. */
export function EmailIcon({ className }: { className?: string }) {
  return (
    <Glyph className={className}>
      <rect x="3" y="5" width="18" height="14" rx="2" />
      <path d="m3.5 7 8.5 6 8.5-6" />
    </Glyph>
  );
}
