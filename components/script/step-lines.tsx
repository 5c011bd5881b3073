/** The lines of the text that make a step, as they stand there: where it failed, cards and text say so side by side. */
export function StepLines({ text, from, to }: { text: string; from: number; to: number }) {
  const lines = text.split("\n").slice(from - 1, to);
  return (
    <figure aria-label={from === to ? `Line ${from} of the text` : `Lines ${from} to ${to} of the text`} className="pr-2 pb-2 pl-8">
      <ol className="rounded-sm border border-down-fill bg-surface py-1 font-mono text-sm leading-5">
        {lines.map((line, index) => (
          <li key={index} data-failed className="flex">
            <span aria-hidden className="w-10 shrink-0 pr-2 text-right text-down select-none">
              {from + index}
            </span>
            <span className="min-w-0 pr-3 wrap-anywhere whitespace-pre-wrap">{line}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
