import { CAUSE_WORDS } from "#components/reason/cause-words.ts";
import { Fact } from "#components/reason/fact.tsx";
import { RfcLinks } from "#components/reason/rfc-links.tsx";
import { StepList } from "#components/reason/step-list.tsx";
import { detailText } from "#core/check/detail-text.ts";
import type { Diagnosis as DiagnosisWords } from "#core/diagnosis/diagnosis.ts";
import { reasonHref } from "#core/reason/reason-href.ts";
import type { Reason } from "#core/reason/reason.ts";
import { visibleText } from "#core/text/visible-text.ts";

type Props = {
  diagnosis: DiagnosisWords;
  reason?: Reason | null;
  /** For a page with something on it that is not saved. */
  opensTab?: boolean;
};

/** What a reason means: for everybody, for a mail administrator, where it likely comes from and what to try next. */
export function Diagnosis({ diagnosis, reason, opensTab }: Props) {
  const reply = reason?.reply;
  const detail = reason ? detailText(reason) : null;
  return (
    <section aria-label="Diagnosis" className="grid gap-3">
      <div>
        <h2 className="text-lg font-semibold wrap-anywhere">{visibleText(diagnosis.headline)}</h2>
        <p className="mt-1 max-w-prose wrap-anywhere">{diagnosis.plain}</p>
      </div>
      {reply && (
        <pre className="overflow-x-auto rounded-md bg-sunken p-2 font-mono text-xs whitespace-pre-wrap wrap-anywhere">
          {reply.lines.map((line) => visibleText(`${reply.code} ${line}`)).join("\n")}
        </pre>
      )}
      <dl className="grid gap-3">
        <Fact term="For the mail admin">{diagnosis.expert}</Fact>
        {detail && <Fact term="Seen">{visibleText(detail)}</Fact>}
        <Fact term="Likely cause">{CAUSE_WORDS[diagnosis.cause]}</Fact>
        <Fact term="Try next">
          <StepList steps={diagnosis.next} />
        </Fact>
        {diagnosis.rfc && (
          <Fact term="Where it stands">
            <RfcLinks rfc={diagnosis.rfc} />
          </Fact>
        )}
      </dl>
      <p>
        <a className="link" href={reasonHref(diagnosis.code, diagnosis.kind)} target={opensTab ? "_blank" : undefined}>
          More about this reason{opensTab && " (in a new tab)"}
        </a>
      </p>
    </section>
  );
}
