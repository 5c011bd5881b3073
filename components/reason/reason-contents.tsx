import type { ReasonGroup } from "#core/reason/reason-catalogue.ts";
import { STAGE_TITLES } from "./stage-titles.ts";

type Props = { groups: readonly ReasonGroup[]; refusalCount: number };

/** The way to each stage, with how many reasons it has. */
export function ReasonContents({ groups, refusalCount }: Props) {
  return (
    <nav aria-label="Contents">
      <ol className="flex flex-wrap gap-x-1 lg:grid">
        {groups.map(({ stage, reasons }) => (
          <Entry key={stage} href={`#${stage}`} count={reasons.length}>
            {STAGE_TITLES[stage].title}
          </Entry>
        ))}
        {refusalCount > 0 && (
          <Entry href="#refusals" count={refusalCount}>
            What a refusal says
          </Entry>
        )}
      </ol>
    </nav>
  );
}

function Entry({ href, count, children }: { href: string; count: number; children: string }) {
  return (
    <li>
      <a href={href} className="flex min-h-8 items-center justify-between gap-2 rounded-md px-2 text-sm hover:bg-sunken">
        <span>{children}</span> <span className="text-muted">{count}</span>
      </a>
    </li>
  );
}
