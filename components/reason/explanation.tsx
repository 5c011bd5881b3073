import type { ReactNode } from "react";
import type { Diagnosis } from "#core/diagnosis/diagnosis.ts";
import { CAUSE_WORDS } from "./cause-words.ts";
import { Fact } from "./fact.tsx";
import { RfcLinks } from "./rfc-links.tsx";
import { StepList } from "./step-list.tsx";

type Props = {
  /** The place on the page. */
  id: string;
  title: string;
  /** What it is known by: the code of a reason, what a server says. */
  knownBy: ReactNode;
  about: Pick<Diagnosis, "cause" | "plain" | "expert" | "next" | "rfc">;
};

/** One thing explained: its name, which links to it, the words for both readers beside what to try next. */
export function Explanation({ id, title, knownBy, about }: Props) {
  return (
    <article
      id={id}
      aria-labelledby={`${id}-title`}
      className="-mx-3 grid scroll-mt-4 gap-x-8 gap-y-3 border-t border-line px-3 py-4 target:rounded-lg target:border-transparent target:bg-accent-soft lg:grid-cols-2"
    >
      <div className="grid content-start gap-2">
        <div>
          <h3 id={`${id}-title`} className="text-lg font-semibold wrap-anywhere">
            <a href={`#${id}`} className="rounded-xs hover:underline">
              {title}
            </a>
          </h3>
          <div className="mt-0.5 text-sm text-muted">{knownBy}</div>
        </div>
        <p className="max-w-prose">{about.plain}</p>
        <dl className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
          <Fact term="For the mail admin" isWide>
            {about.expert}
          </Fact>
          <Fact term="Likely cause">{CAUSE_WORDS[about.cause]}</Fact>
          {about.rfc !== null && (
            <Fact term="Where it stands">
              <RfcLinks rfc={about.rfc} />
            </Fact>
          )}
        </dl>
      </div>
      <div className="min-w-0">
        <h4 className="mb-1 text-xs font-medium text-muted">Try next</h4>
        <StepList steps={about.next} />
      </div>
    </article>
  );
}
