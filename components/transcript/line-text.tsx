import { cx } from "class-variance-authority";
import { visibleText } from "#core/text/visible-text.ts";
import { DIRECTION_MARKS } from "#core/transcript/transcript-text.ts";
import type { TranscriptLine } from "#core/transcript/transcript.ts";

const DIRECTION_WORDS: Record<TranscriptLine["direction"], string> = { sent: "sent", received: "received", note: "note" };

/** What stands in a kept line where a secret was. */
const REDACTED = "[redacted]";

/** The mark of the direction and the text, which wraps under itself and shows nothing that could pretend to be something else. */
export function LineText({ line }: { line: TranscriptLine }) {
  return (
    <span className="flex min-w-0 basis-full gap-2 sm:basis-auto sm:grow">
      <span aria-hidden className={line.direction === "sent" ? "text-accent" : "text-muted"}>
        {DIRECTION_MARKS[line.direction]}
      </span>
      <span className="sr-only">{DIRECTION_WORDS[line.direction]}: </span>
      <span className={cx("min-w-0 wrap-anywhere whitespace-pre-wrap", line.direction === "note" && "text-muted")}>
        {visibleText(line.text)
          .split(REDACTED)
          .flatMap((piece, index) => (index === 0 ? [piece] : [<Secret key={index} />, piece]))}
      </span>
    </span>
  );
}

function Secret() {
  return (
    <>
      <span aria-hidden title="A secret, which is not kept">
        ••••
      </span>
      <span className="sr-only">redacted</span>
    </>
  );
}
