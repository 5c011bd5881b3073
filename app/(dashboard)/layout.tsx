import type { ReactNode } from "react";
import { hasMailbox } from "#app/_data/settings.ts";
import { frozenNotice } from "#app/_data/team-limits.ts";
import { requireViewer } from "#app/_data/viewer.ts";
import { DashboardKeys } from "#components/palette/dashboard-keys.tsx";
import { MainNav } from "#components/shell/main-nav.tsx";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { ThemeSwitch } from "#components/shell/theme-choice.tsx";
import { PhoneMenu, UserMenu } from "#components/shell/user-menu.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { lookFor } from "./look-for.ts";
import { signOut } from "./sign-out.ts";

/** The bar around every page of the dashboard. It keeps nobody out: each page asks for its viewer itself. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  const { email, teamName } = viewer;
  const frozen = frozenNotice(viewer);
  const account = { email, teamName, hasMailbox, signOut };
  const bar = (
    <>
      <MainNav />
      <div className="ml-auto flex items-center gap-1">
        <DashboardKeys lookFor={lookFor} />
        <div className="hidden sm:block">
          <ThemeSwitch />
        </div>
        <UserMenu {...account} />
        <PhoneMenu {...account} />
      </div>
    </>
  );
  return (
    <PageFrame home="/monitors" bar={bar}>
      {frozen && (
        <div className="mb-6">
          <Alert tone="warning" title="Your team is frozen">
            {frozen}
          </Alert>
        </div>
      )}
      {children}
    </PageFrame>
  );
}
