import { Glyph } from "../glyph.tsx";

/** A speech bubble with lines, for SMS. */
export function SmsIcon({ className }: { className?: string }) {
  return (
    <Glyph className={className}>
      <path d="M4 5h16v11H10l-4 4v-4H4z" />
      <path d="M8 9h8M8 12h5" />
    </Glyph>
  );
}
