import { Button } from "#components/ui/button.tsx";
import { Time } from "#components/ui/time.tsx";

type Props = {
  denied: readonly { deniedTargetId: number; target: string; note: string; createdAt: Date }[];
  zone: string;
  remove: (deniedTargetId: number) => Promise<void>;
};

/** What is left alone, since when, and why. */
export function DeniedTargetList({ denied, zone, remove }: Props) {
  return (
    <ul aria-label="Left alone" className="divide-y divide-line border-y border-line">
      {denied.map(({ deniedTargetId, target, note, createdAt }) => (
        <li key={deniedTargetId} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
          <div className="grid min-w-0 gap-0.5">
            <span className="font-mono text-sm wrap-anywhere">{target}</span>
            {note !== "" && <span className="wrap-anywhere">{note}</span>}
            <span className="text-sm text-muted">
              since <Time at={createdAt} zone={zone} />
            </span>
          </div>
          <form action={remove.bind(null, deniedTargetId)}>
            <Button type="submit" variant="ghost" aria-label={`Let ${target} be watched again`}>
              Let it be watched
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}
