import { ChevronRight } from "lucide-react";
import type { AspectRow } from "#core/posture/aspect-rows.ts";
import { ASPECT_WORDS } from "#core/posture/aspect-words.ts";
import { FindingView } from "./finding-view.tsx";
import { VerdictMark } from "./verdict-mark.tsx";

/** What a domain publishes about its mail, a row for each aspect. What costs mail or protection stands open. */
export function Posture({ rows }: { rows: readonly AspectRow[] }) {
  return (
    <ul aria-label="Posture" className="border-t border-line">
      {rows.map((row) => (
        <li key={row.aspect} className="border-b border-line">
          <AspectDetails {...row} />
        </li>
      ))}
    </ul>
  );
}

function AspectDetails({ aspect, verdict, findings }: AspectRow) {
  const { title, about } = ASPECT_WORDS[aspect];
  const telling = findings.find(({ words }) => words.verdict === verdict)!;
  const others = findings.length - 1;
  return (
    <details open={verdict === "wrong"} className="group/aspect">
      <summary className="grid min-h-11 grid-cols-[1rem_6.5rem_minmax(0,1fr)] items-center gap-x-2 gap-y-0.5 rounded-sm py-2.5 -outline-offset-2 hover:bg-sunken md:grid-cols-[1rem_6.5rem_10rem_minmax(0,1fr)] [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 text-muted transition-transform duration-150 group-open/aspect:rotate-90 motion-reduce:transition-none"
        />
        <VerdictMark verdict={verdict} className="text-sm" />
        <h3 className="font-medium">{title}</h3>
        <span className="col-span-2 col-start-2 min-w-0 text-sm wrap-anywhere md:col-span-1 md:col-start-auto">
          {telling.words.says}
          {others > 0 && <span className="text-muted"> and {others} more</span>}
        </span>
      </summary>
      <div className="grid gap-6 pt-1 pb-6 md:pl-6">
        <p className="text-sm text-muted">{about}</p>
        {findings.map((finding, index) => (
          <FindingView key={index} finding={finding} />
        ))}
      </div>
    </details>
  );
}
