import { Time } from "#components/ui/time.tsx";
import type { ReceiverRow } from "#core/system/system.ts";
import { Facts } from "./facts.tsx";

/** Who receives the mail that comes to us, where, and how much of it. */
export function ReceiverList({ receivers, zone }: { receivers: readonly ReceiverRow[]; zone: string }) {
  if (receivers.length === 0) return <p className="text-muted">None in the last day.</p>;
  return (
    <ul className="grid gap-6">
      {receivers.map(({ receiverId, listensAt, startedAt, beatAt, received, refused }) => (
        <li key={receiverId}>
          <Facts
            facts={[
              { term: "Listens at", value: <span className="font-mono text-xs">{listensAt}</span> },
              { term: "Since", value: <Time at={startedAt} zone={zone} /> },
              { term: "Last heard of", value: <Time at={beatAt} zone={zone} /> },
              { term: "Received", value: received },
              { term: "Refused", value: refused },
            ]}
          />
        </li>
      ))}
    </ul>
  );
}
