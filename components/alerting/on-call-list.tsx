import Link from "next/link";
import type { Shift } from "./shift-list.tsx";

type Schedule = {
  onCallId: number;
  name: string;
  timeZone: string;
  now: string | null;
  next: Shift | null;
  rotations: readonly string[];
};

/** The on-call schedules of a team: who has it now, who is next, and by which turns. */
export function OnCallList({ schedules }: { schedules: readonly Schedule[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {schedules.map(({ onCallId, name, timeZone, now, next, rotations }) => (
        <li key={onCallId} className="grid gap-x-6 gap-y-2 py-3 md:grid-cols-3">
          <div className="min-w-0">
            <Link href={`/on-call/${onCallId}`} className="font-medium wrap-anywhere hover:underline">
              {name}
            </Link>
            <div className="text-sm text-muted">{timeZone}</div>
          </div>
          <div className="min-w-0">
            <span className="text-muted">On call now: </span>
            <span className="font-medium wrap-anywhere">{now ?? "nobody"}</span>
            {next && (
              <div className="text-sm wrap-anywhere text-muted">
                {next.name ?? "Nobody"} from {next.from}
              </div>
            )}
          </div>
          <div className="min-w-0 text-sm wrap-anywhere text-muted">
            {rotations.map((rotation) => (
              <p key={rotation}>{rotation}</p>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
