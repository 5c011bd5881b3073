import type { Metadata } from "next";
import { isOperator } from "#app/_data/system/operator.ts";
import { requireViewer } from "#app/_data/viewer.ts";
import { DeleteAccountForm } from "#components/account/delete-account-form.tsx";
import { PasswordForm } from "#components/account/password-form.tsx";
import { TeamNameForm } from "#components/account/team-name-form.tsx";
import { TimeZoneForm } from "#components/account/time-zone-form.tsx";
import { Section } from "#components/ui/card.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { canManage } from "#core/account/role.ts";
import { TIME_ZONES } from "#core/time/time-zone.ts";
import { changePassword } from "./change-password.ts";
import { deleteAccount } from "./delete-account.ts";
import { renameTeam } from "./rename-team.ts";
import { setTimeZone } from "./set-time-zone.ts";
import { signOutEverywhere } from "./sign-out-everywhere.ts";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const viewer = await requireViewer();
  const { email, timeZone, teamName, role } = viewer;
  return (
    <>
      <PageHeader title="Settings" description={email} />
      <Section title="Profile">
        <TimeZoneForm action={setTimeZone} timeZone={timeZone} zones={TIME_ZONES} />
      </Section>
      <Section title="Password" description="Every other open session of yours ends.">
        <PasswordForm action={changePassword} email={email} />
      </Section>
      <Section title="Sessions" description="Ends every open session of yours on every device, this one included.">
        <form action={signOutEverywhere}>
          <SubmitButton variant="secondary">Sign out everywhere</SubmitButton>
        </form>
      </Section>
      <Section
        title="Team"
        description={canManage(role) ? undefined : `You are in ${teamName} as ${role}. Its owners and admins can rename it.`}
      >
        {canManage(role) && <TeamNameForm action={renameTeam} teamName={teamName} />}
      </Section>
      <Section title="Domains" description="Which domains are yours: only there a check may log in or name recipients.">
        <LinkButton href="/settings/domains" variant="secondary">
          Domains
        </LinkButton>
      </Section>
      <Section title="Recipients" description="Which mailboxes test messages may go to.">
        <LinkButton href="/settings/recipients" variant="secondary">
          Recipients
        </LinkButton>
      </Section>
      <Section title="Blocklists" description="Which lists your monitors ask: the catalogue, lists of your own, and keys.">
        <LinkButton href="/settings/lists" variant="secondary">
          Blocklists
        </LinkButton>
      </Section>
      {isOperator(viewer) && (
        <Section title="System" description="How Ehlowatch itself does: workers, punctuality, queues, storage.">
          <LinkButton href="/settings/system" variant="secondary">
            System
          </LinkButton>
        </Section>
      )}
      <Section
        title="Delete account"
        description="Your account goes at once and for good. A team you are alone in goes with it: its monitors, channels, incidents and results."
      >
        <DeleteAccountForm action={deleteAccount} email={email} />
      </Section>
    </>
  );
}
