import { DIRECTION_MARKS } from "#core/transcript/transcript-text.ts";
import type { TranscriptLine } from "#core/transcript/transcript.ts";
import { Wire } from "./blocks.tsx";

/** The lines of a dialogue, the failing one marked by a cross besides its colour. */
export function Dialogue({ lines }: { lines: readonly TranscriptLine[] }) {
  const marked = lines.map(({ direction, text, failed }) => ({
    text: `${failed ? "✕" : " "} ${DIRECTION_MARKS[direction]} ${text}`,
    failed,
  }));
  return <Wire lines={marked} hang={4} />;
}
