import Link from "next/link";
import { Troubles } from "#components/alerting/policy-list.tsx";
import { PolicySentences } from "#components/alerting/policy-sentences.tsx";
import type { PolicySentence } from "#core/escalation/policy-words.ts";

type Props = {
  chosen: { policyId: number; name: string; because: "own" | "tag" | "default" } | null;
  channels: readonly string[];
  sentences: readonly PolicySentence[];
  troubles: readonly string[];
};

const BECAUSE = { own: "chosen for this monitor", tag: "by its tag", default: "the team’s default" } as const;

/** Who is told of a monitor, in words, and by which policy. */
export function Telling({ chosen, channels, sentences, troubles }: Props) {
  return (
    <div className="grid gap-3">
      <p className="text-muted">
        {chosen === null ? (
          "By no policy: every channel of the monitor at once."
        ) : (
          <>
            By the policy{" "}
            <Link className="link" href={`/policies/${chosen.policyId}`}>
              {chosen.name}
            </Link>
            , {BECAUSE[chosen.because]}.
          </>
        )}
      </p>
      {chosen !== null && <PolicySentences sentences={sentences} />}
      <p className="wrap-anywhere">
        <span className="text-muted">The monitor’s channels: </span>
        {channels.length === 0 ? "none" : channels.join(", ")}
      </p>
      <Troubles troubles={troubles} />
    </div>
  );
}
