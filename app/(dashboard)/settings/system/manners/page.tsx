import type { Metadata } from "next";
import Link from "next/link";
import { loadDeniedTargets } from "#app/_data/system/denied-targets.ts";
import { loadFrozenTeams } from "#app/_data/system/frozen-teams.ts";
import { DeniedTargetForm } from "#components/system/denied-target-form.tsx";
import { DeniedTargetList } from "#components/system/denied-target-list.tsx";
import { FrozenTeamList } from "#components/system/frozen-team-list.tsx";
import { Section } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { addDenied } from "./add-denied.ts";
import { deleteDenied } from "./delete-denied.ts";
import { letGo } from "./let-go.ts";

export const metadata: Metadata = { title: "Manners" };

export default async function MannersPage() {
  const [{ viewer, denied }, frozen] = await Promise.all([loadDeniedTargets(), loadFrozenTeams()]);
  return (
    <>
      <PageHeader
        title="Manners"
        above={
          <Link href="/settings/system" className="link">
            System
          </Link>
        }
        description={
          <>
            What teams are kept from. Whoever runs a server that is watched reads on{" "}
            <Link href="/docs/probes" className="link">
              a page of its own
            </Link>{" "}
            how to complain.
          </>
        }
      />
      <Section
        title="Frozen teams"
        description="They looked like somebody who scans a network. What they had before goes on; what they made within the hour is paused, and nothing new runs."
      >
        {frozen.length === 0 ? (
          <p className="text-muted">None.</p>
        ) : (
          <FrozenTeamList teams={frozen} zone={viewer.timeZone} letGo={letGo} />
        )}
      </Section>
      <Section
        title="Left alone"
        description="Whoever runs these does not want them watched. No worker connects to them, whatever a monitor says; nobody is told who asked."
      >
        {denied.length === 0 ? (
          <p className="text-muted">Nothing yet.</p>
        ) : (
          <DeniedTargetList denied={denied} zone={viewer.timeZone} remove={deleteDenied} />
        )}
      </Section>
      <Section title="Leave something alone">
        <DeniedTargetForm action={addDenied} />
      </Section>
    </>
  );
}
