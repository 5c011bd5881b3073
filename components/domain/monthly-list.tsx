import type { MonthlyChannel } from "./monthly-form.tsx";

/** The same for somebody who may only look. */
export function MonthlyList({ channels }: { channels: readonly MonthlyChannel[] }) {
  const chosen = channels.filter(({ next }) => next !== null);
  if (chosen.length === 0) return <p className="text-muted">Nobody gets it.</p>;
  return (
    <ul className="grid gap-1">
      {chosen.map(({ channelId, name, next }) => (
        <li key={channelId} className="wrap-anywhere">
          {name}, <span className="text-muted">next on {next}</span>
        </li>
      ))}
    </ul>
  );
}
