import { Time } from "#components/ui/time.tsx";
import { lastOf, lateSentence, latePart, PATH_PARTS, type PathPart, type PathTest } from "#core/system/path-test.ts";
import { Facts } from "./facts.tsx";

const TERMS: Record<PathPart, string> = {
  check: "Last check",
  verdict: "Last that went well",
  outbox: "Last put into the outbox",
  watcher: "Last taken outside",
};

/** How far the signs of life get, part by part, and which of them is late. */
export function PathTestPanel({ test, now, zone }: { test: PathTest | null; now: number; zone: string }) {
  if (test === null)
    return (
      <p className="max-w-prose text-muted">
        No outside watcher is told that Ehlowatch works: <code className="font-mono text-xs">HEARTBEAT_URL</code> is not set. If all
        of this stood still, nobody would hear of it.
      </p>
    );
  const late = latePart(test, now);
  return (
    <div className="grid gap-4">
      <p className="max-w-prose">
        {late === null ? "A check of our own goes well, and the outside watcher hears of it." : `${lateSentence(test, late.part)}.`}
      </p>
      <Facts
        facts={[
          ...PATH_PARTS.map((part) => ({
            term: TERMS[part],
            value: <Last test={test} part={part} isLate={late?.part === part} zone={zone} />,
          })),
          { term: "Every", value: `${test.everyS} s` },
        ]}
      />
    </div>
  );
}

function Last({ test, part, isLate, zone }: { test: PathTest; part: PathPart; isLate: boolean; zone: string }) {
  const at = lastOf(test, part);
  return (
    <>
      {at === null ? "never" : <Time at={at} zone={zone} />}
      {isLate && <span className="ml-2 font-medium text-down">late</span>}
    </>
  );
}
