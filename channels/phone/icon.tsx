import { Glyph } from "../glyph.tsx";

/** A receiver, for phone calls. */
export function PhoneIcon({ className }: { className?: string }) {
  return (
    <Glyph className={className}>
      <path d="M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z" />
    </Glyph>
  );
}
