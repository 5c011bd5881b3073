import { Glyph } from "../glyph.tsx";

/** Four bars that cross, for Slack. */
export function SlackIcon({ className }: { className?: string }) {
  return (
    <Glyph className={className}>
      <path d="M9 4v16M15 4v16M4 9h16M4 15h16" />
    </Glyph>
  );
}
