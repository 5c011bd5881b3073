import { Glyph } from "../glyph.tsx";

/** A prompt in a speech bubble, for ntfy. */
export function NtfyIcon({ className }: { className?: string }) {
  return (
    <Glyph className={className}>
      <path d="M4 20V6a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H8zM8 8l3 2.5L8 13M13 13h3" />
    </Glyph>
  );
}
