import type { MonitorSummary } from "#core/monitor-summary.ts";
import { visibleText } from "#core/visible-text.ts";
import { Greylisted } from "./greylisted.tsx";
import { LoginStopped } from "./login-stopped.tsx";

type Props = {
  monitor: Pick<MonitorSummary, "target"> & { isLoginStopped: boolean; retryAt: Date | null };
  zone: string;
  tryLogin: (() => Promise<{ ok: boolean; text: string }>) | null;
};

/** What a monitor waits for: somebody who says that its login may be tried again, or the time at which a server wants to be asked again. */
export function Notices({ monitor: { target, isLoginStopped, retryAt }, zone, tryLogin }: Props) {
  if (!isLoginStopped && retryAt === null) return null;
  return (
    <div className="mb-6 grid gap-3">
      {isLoginStopped && <LoginStopped username={visibleText(target.login?.username ?? "")} tryAgain={tryLogin} />}
      {retryAt && <Greylisted retryAt={retryAt} zone={zone} />}
    </div>
  );
}
