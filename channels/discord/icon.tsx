import { Glyph } from "../glyph.tsx";

/** A headset, for Discord. */
export function DiscordIcon({ className }: { className?: string }) {
  return (
    <Glyph className={className}>
      <path d="M4 14v-2a8 8 0 0 1 16 0v2M4 14h3v5H5a1 1 0 0 1-1-1zM20 14h-3v5h2a1 1 0 0 0 1-1z" />
    </Glyph>
  );
}
