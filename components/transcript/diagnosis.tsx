import type { ReactNode } from "react";
import type { Diagnosis as DiagnosisWords } from "#core/diagnosis.ts";
import type { Reason } from "#core/reason.ts";
import { visibleText } from "#core/visible-text.ts";

const CAUSES: Record<DiagnosisWords["cause"], string> = {
  network: "The network",
  resources: "The server's resources",
  configuration: "Configuration",
  blocklisting: "A blocklist or policy",
  ours: "Our own side",
};

/** What a reason means: for everybody, for a mail administrator, where it likely comes from and what to try next. */
export function Diagnosis({ diagnosis, reason }: { diagnosis: DiagnosisWords; reason?: Reason | null }) {
  const reply = reason?.reply;
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
        {reason?.detail && <Fact term="Seen">{visibleText(reason.detail)}</Fact>}
        <Fact term="Likely cause">{CAUSES[diagnosis.cause]}</Fact>
        <Fact term="Try next">
          <ul className="grid gap-1">
            {diagnosis.next.map((step) => (
              <li key={step} className={isSentence(step) ? "max-w-prose" : "font-mono text-xs"}>
                {step}
              </li>
            ))}
          </ul>
        </Fact>
        {diagnosis.rfc && <Fact term="Where it stands">{diagnosis.rfc}</Fact>}
      </dl>
    </section>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs font-medium text-muted">{term}</dt>
      <dd className="mt-0.5 max-w-prose wrap-anywhere">{children}</dd>
    </div>
  );
}

/** A step that is told, not typed. */
function isSentence(step: string): boolean {
  return step.endsWith(".");
}
