import type { KnownLocation } from "#core/check/known-location.ts";
import { loginOf } from "#core/monitor/login.ts";
import type { MonitorSummary } from "#core/monitor/monitor-summary.ts";
import type { Target } from "#core/monitor/monitor.ts";
import { visibleText } from "#core/text/visible-text.ts";
import { Flapping } from "./flapping.tsx";
import { Greylisted } from "./greylisted.tsx";
import { LeftOut } from "./left-out.tsx";
import { LoginStopped } from "./login-stopped.tsx";

type Props = {
  monitor: Pick<MonitorSummary, "target"> & { isLoginStopped: boolean; retryAt: Date | null; flappingSince: Date | null };
  /** The locations that are left out. */
  leftOut: readonly KnownLocation[];
  zone: string;
  tryLogin: (() => Promise<{ ok: boolean; text: string }>) | null;
};

/**
 * What there is to know of a monitor beside its status: it waits for somebody who says that its login may be tried again, or for the time at
 * which a server wants to be asked again; it comes and goes; or not every location can look at it.
 */
export function Notices({ monitor: { target, isLoginStopped, retryAt, flappingSince }, leftOut, zone, tryLogin }: Props) {
  if (!isLoginStopped && retryAt === null && flappingSince === null && leftOut.length === 0) return null;
  return (
    <div className="mb-6 grid gap-3">
      {isLoginStopped && <LoginStopped username={loggedInAs(target)} tryAgain={tryLogin} />}
      {retryAt && <Greylisted retryAt={retryAt} zone={zone} />}
      {flappingSince && <Flapping since={flappingSince} zone={zone} />}
      {leftOut.map((location) => (
        <LeftOut key={location.locationId} location={location} zone={zone} />
      ))}
    </div>
  );
}

function loggedInAs(target: Target): string | null {
  const login = loginOf(target);
  return login ? visibleText(login.username) : null;
}
