import { Glyph } from "../glyph.tsx";

/** A paper plane, for Telegram. */
export function TelegramIcon({ className }: { className?: string }) {
  return (
    <Glyph className={className}>
      <path d="M3 11.5 21 4l-3 16-6-5-3.5 3.5L8 13.5 18 7" />
    </Glyph>
  );
}
