import { Glyph } from "../glyph.tsx";

/** Two people, for Microsoft Teams. */
export function TeamsIcon({ className }: { className?: string }) {
  return (
    <Glyph className={className}>
      <circle cx="9" cy="7" r="3" />
      <circle cx="17.5" cy="8" r="2" />
      <path d="M3 19v-3a3 3 0 0 1 3-3h6a3 3 0 0 1 3 3v3M18 13h1a2 2 0 0 1 2 2v4" />
    </Glyph>
  );
}
