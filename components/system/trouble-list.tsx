import { Alert } from "#components/ui/alert.tsx";
import type { Trouble } from "#core/system/system-troubles.ts";
import { exactTime } from "#core/time/relative-time.ts";

const SHOWN = 12;

/** What is wrong with the product, a sentence each; or that nothing is. */
export function TroubleList({ troubles, zone }: { troubles: readonly Trouble[]; zone: string }) {
  if (troubles.length === 0) return <Alert tone="success" title="Everything is as it should be." />;
  const more = troubles.length - SHOWN;
  return (
    <Alert tone="error" title={troubles.length === 1 ? "One thing is wrong." : `${troubles.length} things are wrong.`}>
      <ul className="mt-1 grid gap-1">
        {troubles.slice(0, SHOWN).map(({ sentence, since }) => (
          <li key={sentence}>
            {sentence}
            {since !== null && (
              <>
                {" since "}
                <time dateTime={new Date(since).toISOString()} className="whitespace-nowrap">
                  {exactTime(new Date(since), zone)}
                </time>
              </>
            )}
            .
          </li>
        ))}
      </ul>
      {more > 0 && <p className="mt-1">And {more} more of the like.</p>}
    </Alert>
  );
}
