import type { ReactNode } from "react";
import { Fact } from "#components/reason/fact.tsx";
import { RfcLinks } from "#components/reason/rfc-links.tsx";
import type { WordedFinding } from "#core/posture/aspect-rows.ts";
import type { Publish } from "#core/posture/finding.ts";
import { CopyRecord } from "./copy-record.tsx";
import { VerdictMark } from "./verdict-mark.tsx";

/** One thing that was found: what is there, what is wanted instead, why, and how to mend it. */
export function FindingView({ finding: { code, subject, found, publish, words } }: { finding: WordedFinding }) {
  const isMendable = words.verdict !== "good";
  return (
    <article className="grid min-w-0 gap-3">
      <div>
        <h4 className="flex flex-wrap items-baseline gap-x-3 font-medium">
          <VerdictMark verdict={words.verdict} className="self-center text-sm" />
          {words.says}
        </h4>
        <p className="mt-0.5 font-mono text-xs wrap-anywhere text-muted">{subject}</p>
      </div>
      <dl className="grid gap-x-8 gap-y-3 text-sm md:grid-cols-2">
        <Fact term="Found">{found.length === 0 ? "Nothing." : <Lines>{found}</Lines>}</Fact>
        {isMendable && <Fact term="Wanted">{words.wanted}</Fact>}
        <Fact term="Why it matters">{words.why}</Fact>
        {isMendable && <Fact term="How to mend it">{words.mend}</Fact>}
        {publish && (
          <div className="min-w-0 md:col-span-2">
            <dt className="text-xs font-medium text-muted">Publish</dt>
            <dd className="mt-1">
              <Record {...publish} />
            </dd>
          </div>
        )}
        <Fact term="Where it stands">
          <span className="flex flex-wrap gap-x-3">
            <RfcLinks rfc={words.source} />
            <a className="link" href={`/docs/posture#${code}`}>
              About this finding
            </a>
          </span>
        </Fact>
      </dl>
    </article>
  );
}

function Lines({ children }: { children: readonly string[] }): ReactNode {
  return (
    <ul className="grid gap-1 font-mono text-xs">
      {children.map((line, index) => (
        <li key={index} className="wrap-anywhere">
          {line}
        </li>
      ))}
    </ul>
  );
}

/** A record as it is to be published: its name and type, and its value, to be copied. */
function Record({ name, type, value }: Publish) {
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-2 rounded-md bg-sunken p-2">
      <code className="min-w-0 flex-1 basis-72 font-mono text-xs wrap-anywhere">
        <span className="text-muted">
          {name} {type}
        </span>
        <br />
        {value}
      </code>
      <CopyRecord value={value} />
    </div>
  );
}
