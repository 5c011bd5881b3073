import { Button } from "#components/ui/button.tsx";
import { Time } from "#components/ui/time.tsx";

type Props = {
  teams: readonly { teamId: number; name: string; frozenAt: Date; why: string; owners: string[] }[];
  zone: string;
  letGo: (teamId: number) => Promise<void>;
};

/** The teams that are frozen, since when, and what was seen. */
export function FrozenTeamList({ teams, zone, letGo }: Props) {
  return (
    <ul aria-label="Frozen teams" className="divide-y divide-line border-y border-line">
      {teams.map(({ teamId, name, frozenAt, why, owners }) => (
        <li key={teamId} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
          <div className="grid min-w-0 gap-0.5">
            <span className="font-medium wrap-anywhere">{name}</span>
            <span className="wrap-anywhere">{why}</span>
            <span className="text-sm wrap-anywhere text-muted">
              {owners.join(", ")}; frozen <Time at={frozenAt} zone={zone} />
            </span>
          </div>
          <form action={letGo.bind(null, teamId)}>
            <Button type="submit" variant="ghost" aria-label={`Let ${name} go`}>
              Let it go
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}
