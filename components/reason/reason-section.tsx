import { StatusMark } from "#components/ui/status-mark.tsx";
import type { ReasonGroup } from "#core/reason/reason-catalogue.ts";
import { Explanation } from "./explanation.tsx";
import { STAGE_TITLES } from "./stage-titles.ts";

/** Every reason of one stage. */
export function ReasonSection({ stage, reasons }: ReasonGroup) {
  const { title, about } = STAGE_TITLES[stage];
  return (
    <section id={stage} aria-labelledby={`${stage}-heading`} className="scroll-mt-4">
      <h2 id={`${stage}-heading`} className="text-xl font-semibold">
        {title}
      </h2>
      <p className="mt-1 mb-4 max-w-prose text-muted">{about}</p>
      {reasons.map(({ code, headline, status, ...diagnosis }) => (
        <Explanation
          key={code}
          id={code}
          title={headline}
          knownBy={
            <span className="flex flex-wrap items-center gap-x-3">
              <code className="font-mono text-xs">{code}</code>
              <StatusMark status={status} size="sm" />
              {code.endsWith(".reply") && (
                <a className="link" href="#refusals">
                  What a refusal says
                </a>
              )}
            </span>
          }
          about={diagnosis}
        />
      ))}
    </section>
  );
}
