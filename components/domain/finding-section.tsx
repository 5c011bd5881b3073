import { Fact } from "#components/reason/fact.tsx";
import { RfcLinks } from "#components/reason/rfc-links.tsx";
import { ASPECT_WORDS } from "#core/posture/aspect-words.ts";
import type { Aspect } from "#core/posture/findings.ts";
import type { ExplainedFinding } from "#core/posture/posture-catalogue.ts";
import { VerdictMark } from "./verdict-mark.tsx";

/** Everything that can be found of one aspect. */
export function FindingSection({ aspect, findings }: { aspect: Aspect; findings: readonly ExplainedFinding[] }) {
  const { title, about } = ASPECT_WORDS[aspect];
  return (
    <section id={aspect} aria-labelledby={`${aspect}-heading`} className="scroll-mt-4">
      <h2 id={`${aspect}-heading`} className="text-xl font-semibold">
        {title}
      </h2>
      <p className="mt-1 mb-4 max-w-prose text-muted">{about}</p>
      {findings.map((finding) => (
        <Explained key={finding.code} {...finding} />
      ))}
    </section>
  );
}

function Explained({ code, words: { verdict, says, wanted, why, mend, source } }: ExplainedFinding) {
  return (
    <article
      id={code}
      aria-labelledby={`${code}-title`}
      className="-mx-3 grid scroll-mt-4 gap-3 border-t border-line px-3 py-4 target:rounded-lg target:border-transparent target:bg-accent-soft"
    >
      <div>
        <h3 id={`${code}-title`} className="text-lg font-semibold wrap-anywhere">
          <a href={`#${code}`} className="rounded-xs hover:underline">
            {says}
          </a>
        </h3>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-3 text-sm text-muted">
          <code className="font-mono text-xs">{code}</code>
          <VerdictMark verdict={verdict} />
        </p>
      </div>
      <dl className="grid gap-x-8 gap-y-3 text-sm md:grid-cols-2">
        {verdict !== "good" && <Fact term="Wanted">{wanted}</Fact>}
        <Fact term="Why it matters">{why}</Fact>
        {verdict !== "good" && <Fact term="How to mend it">{mend}</Fact>}
        <Fact term="Where it stands">
          <RfcLinks rfc={source} />
        </Fact>
      </dl>
    </article>
  );
}
