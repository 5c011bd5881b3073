import { cx } from "class-variance-authority";

type Props = { text: string; from: number; to: number; isFailed: boolean };

/** The lines of the text that make a step, as they stand there: where something was wrong, card and text say so in one place. */
export function StepLines({ text, from, to, isFailed }: Props) {
  const lines = text.split("\n").slice(from - 1, to);
  return (
    <figure aria-label={from === to ? `Line ${from} of the text` : `Lines ${from} to ${to} of the text`} className="pr-2 pb-2 pl-8">
      <ol
        className={cx(
          "rounded-sm border bg-surface py-1 font-mono text-sm leading-5",
          isFailed ? "border-down-fill" : "border-degraded-fill",
        )}
      >
        {lines.map((line, index) => (
          <li key={index} className="flex">
            <span aria-hidden className={cx("w-10 shrink-0 pr-2 text-right select-none", isFailed ? "text-down" : "text-degraded")}>
              {from + index}
            </span>
            <span className="min-w-0 pr-3 wrap-anywhere whitespace-pre-wrap">{line}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
