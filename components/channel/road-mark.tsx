import { CircleAlert } from "lucide-react";
import type { ShownRoad } from "./road-warning.tsx";

/** A mark in a list on a channel that leads through a server the team watches, or takes no mail; the channel's page says more. */
export function RoadMark({ road: { sentence, secondRoads, takesNoMail, isUnknownDomain } }: { road: ShownRoad }) {
  if (isUnknownDomain) return <Mark>The DNS knows no such mail domain</Mark>;
  if (takesNoMail) return <Mark>Its domain takes no mail</Mark>;
  if (sentence === null) return null;
  if (secondRoads.length > 0) return <div className="text-sm text-muted">Through a server you watch, with a second road</div>;
  return <Mark>Through a server you watch, without a second road</Mark>;
}

function Mark({ children }: { children: string }) {
  return (
    <div className="mt-0.5 flex items-start gap-1.5 text-sm">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-degraded" />
      {children}
    </div>
  );
}
