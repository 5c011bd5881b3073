import type { Metadata } from "next";
import { loadChannels } from "#app/_data/channel.ts";
import { AlertingNav } from "#components/alerting/alerting-nav.tsx";
import { ChannelList } from "#components/channel/channel-list.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { canEdit } from "#core/account/role.ts";

export const metadata: Metadata = { title: "Channels" };

export default async function ChannelsPage() {
  const { viewer, channels } = await loadChannels();
  const add = canEdit(viewer.role) && (
    <LinkButton href="/channels/new" variant="primary">
      New channel
    </LinkButton>
  );
  return (
    <>
      <AlertingNav />
      <PageHeader
        title="Channels"
        description="Where messages go when a monitor goes down and when it is back."
        actions={channels.length > 0 && add}
      />
      {channels.length === 0 ? (
        <EmptyState title="Nobody is told yet" action={add}>
          A channel is where a message goes, such as the e-mail address of whoever is on call.
        </EmptyState>
      ) : (
        <ChannelList channels={channels} zone={viewer.timeZone} />
      )}
    </>
  );
}
