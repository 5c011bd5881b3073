import Link from "next/link";
import type { ReactNode } from "react";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageFrame } from "./page-frame.tsx";
import { ThemeSwitch } from "./theme-choice.tsx";

/** The bar and the foot of the pages that need nobody to be signed in. */
export function PublicFrame({ isSignedIn, children }: { isSignedIn: boolean; children: ReactNode }) {
  const bar = (
    <div className="ml-auto flex items-center gap-1">
      <LinkButton href="/docs/reasons" variant="ghost" size="sm">
        Reasons
      </LinkButton>
      <LinkButton href="/docs/posture" variant="ghost" size="sm" className="max-sm:hidden">
        Posture
      </LinkButton>
      <LinkButton href="/docs/scripts" variant="ghost" size="sm" className="max-sm:hidden">
        Scripts
      </LinkButton>
      <ThemeSwitch />
      {isSignedIn ? (
        <LinkButton href="/monitors" variant="ghost" size="sm">
          Monitors
        </LinkButton>
      ) : (
        <LinkButton href="/sign-in" variant="ghost" size="sm">
          Sign in
        </LinkButton>
      )}
    </div>
  );
  const foot = (
    <Link href="/docs/probes" className="link">
      Who checks your server, and how to stop it
    </Link>
  );
  return (
    <PageFrame home={isSignedIn ? "/monitors" : "/"} bar={bar} foot={foot}>
      {children}
    </PageFrame>
  );
}
