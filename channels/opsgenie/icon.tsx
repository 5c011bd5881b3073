import { Glyph } from "../glyph.tsx";

/** A siren, for Opsgenie. */
export function OpsgenieIcon({ className }: { className?: string }) {
  return (
    <Glyph className={className}>
      <path d="M6 17v-4a6 6 0 0 1 12 0v4M4 20.5h16M12 3V2M4.5 6 4 5.5M19.5 6l.5-.5" />
    </Glyph>
  );
}
