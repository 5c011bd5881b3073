import { Glyph } from "../glyph.tsx";

/** A brace on either side of an arrow, for a webhook. */
export function WebhookIcon({ className }: { className?: string }) {
  return (
    <Glyph className={className}>
      <path d="M7 4c-2 0-2.5 1-2.5 3v2.5c0 1.5-.5 2.5-2 2.5 1.5 0 2 1 2 2.5V17c0 2 .5 3 2.5 3M17 4c2 0 2.5 1 2.5 3v2.5c0 1.5.5 2.5 2 2.5-1.5 0-2 1-2 2.5V17c0 2-.5 3-2.5 3" />
      <path d="M8.5 12h7m-2.5-3 3 3-3 3" />
    </Glyph>
  );
}
