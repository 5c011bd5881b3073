import type { ExplainedRefusal } from "#core/reason/reason-catalogue.ts";
import { Explanation } from "./explanation.tsx";

/** What servers say when they refuse, and what it means. */
export function RefusalSection({ refusals }: { refusals: readonly ExplainedRefusal[] }) {
  return (
    <section id="refusals" aria-labelledby="refusals-heading" className="scroll-mt-4">
      <h2 id="refusals-heading" className="text-xl font-semibold">
        What a refusal says
      </h2>
      <p className="mt-1 mb-4 max-w-prose text-muted">
        Where a server answers with a refusal, its own words say why: they are looked at first, then its enhanced code (RFC 3463),
        then its reply code. In the quotations, 192.0.2.1 is the address we come from.
      </p>
      {refusals.map(({ id, title, said, ...about }) => (
        <Explanation
          key={id}
          id={`refusal.${id}`}
          title={title}
          knownBy={
            <ul className="grid gap-0.5">
              {said.map((line) => (
                <li key={line} className="font-mono text-xs wrap-anywhere">
                  {line}
                </li>
              ))}
            </ul>
          }
          about={about}
        />
      ))}
    </section>
  );
}
