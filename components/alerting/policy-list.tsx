import Link from "next/link";
import { Alert } from "#components/ui/alert.tsx";
import type { PolicySentence } from "#core/escalation/policy-words.ts";
import { PolicySentences } from "./policy-sentences.tsx";

type Policy = {
  policyId: number;
  name: string;
  tags: readonly string[];
  isDefault: boolean;
  monitors: readonly { id: number; name: string }[];
  sentences: readonly PolicySentence[];
  troubles: readonly string[];
};

const NAMED = 3;

/** The escalation policies of a team in words: what each is for, who it tells, and what is wrong with it. */
export function PolicyList({ policies }: { policies: readonly Policy[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {policies.map((policy) => (
        <li key={policy.policyId} className="grid gap-x-6 gap-y-2 py-4 md:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
          <div className="min-w-0">
            <Link href={`/policies/${policy.policyId}`} className="font-medium wrap-anywhere hover:underline">
              {policy.name}
            </Link>
            <div className="text-sm wrap-anywhere text-muted">{usedForWords(policy)}</div>
          </div>
          <div className="grid min-w-0 gap-3">
            <PolicySentences sentences={policy.sentences} />
            <Troubles troubles={policy.troubles} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What is wrong with whom a policy reaches. */
export function Troubles({ troubles }: { troubles: readonly string[] }) {
  if (troubles.length === 0) return null;
  return (
    <Alert tone="warning">
      {troubles.map((trouble) => (
        <p key={trouble}>{trouble}</p>
      ))}
    </Alert>
  );
}

/** Which monitors a policy is for. */
export function usedForWords({ tags, isDefault, monitors }: Pick<Policy, "tags" | "isDefault" | "monitors">): string {
  const names = monitors.slice(0, NAMED).map(({ name }) => name);
  const more = monitors.length - names.length;
  const uses = [
    ...(names.length > 0 ? [`${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`] : []),
    ...(tags.length > 0 ? [`monitors tagged ${tags.join(", ")}`] : []),
    ...(isDefault ? ["every monitor that no other policy is for"] : []),
  ];
  return uses.length === 0 ? "For no monitor yet" : `For ${uses.join("; ")}`;
}
