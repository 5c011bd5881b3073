import type { Metadata } from "next";
import { FindingSection } from "#components/domain/finding-section.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { ASPECT_WORDS } from "#core/posture/aspect-words.ts";
import { postureCatalogue } from "#core/posture/posture-catalogue.ts";

export const metadata: Metadata = {
  title: "Posture",
  description:
    "Everything that is looked for in what a domain publishes about its mail: what it means, what is wanted, and how to mend it.",
};

/** Everything that can be found in a posture, explained. */
export default function PosturePage() {
  const groups = postureCatalogue();
  return (
    <>
      <PageHeader
        title="Posture"
        description="Everything that is looked for in what a domain publishes about its mail: what is wanted, why it matters, and how to mend what is not so. Wrong costs mail or protection now; weak works, but not as well as it could; unknown could not be told."
      />
      <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[13rem_minmax(0,1fr)]">
        <nav aria-label="Contents" className="lg:sticky lg:top-6">
          <ol className="flex flex-wrap gap-x-1 lg:grid">
            {groups.map(({ aspect, findings }) => (
              <li key={aspect}>
                <a
                  href={`#${aspect}`}
                  className="flex min-h-8 items-center justify-between gap-2 rounded-md px-2 text-sm hover:bg-sunken"
                >
                  <span>{ASPECT_WORDS[aspect].title}</span> <span className="text-muted">{findings.length}</span>
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <div className="grid gap-10">
          {groups.map((group) => (
            <FindingSection key={group.aspect} {...group} />
          ))}
        </div>
      </div>
    </>
  );
}
