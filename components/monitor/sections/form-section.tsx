import { ChevronRight } from "lucide-react";
import { useState, type ReactNode } from "react";

type Props = {
  title: string;
  /** What is set in it, in words; null where all is as usual, which `usual` says. */
  words: string | null;
  usual: string;
  hasError: boolean;
  children: ReactNode;
};

/** A part of the form that most people never open. It stands open where something is set or wrong. */
export function FormSection({ title, words, usual, hasError, children }: Props) {
  const [isFilled] = useState(words !== null);
  return (
    <details open={isFilled || hasError} className="group/section border-b border-line">
      <summary className="grid min-h-11 grid-cols-[1rem_minmax(0,1fr)] items-center gap-x-2 rounded-sm py-2.5 -outline-offset-2 hover:bg-sunken sm:grid-cols-[1rem_6.5rem_minmax(0,1fr)] [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 text-muted transition-transform duration-150 group-open/section:rotate-90 motion-reduce:transition-none"
        />
        <span className="font-medium">{title}</span>
        <span className={words === null ? `${WORDS} text-muted` : WORDS}>{words ?? usual}</span>
      </summary>
      <div className="grid gap-5 pt-2 pb-6 sm:pl-6">{children}</div>
    </details>
  );
}

const WORDS = "col-start-2 min-w-0 text-sm wrap-anywhere sm:col-start-auto";
