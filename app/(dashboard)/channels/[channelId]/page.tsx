import type { Metadata } from "next";
import Link from "next/link";
import { loadChannel } from "#app/_data/channel.ts";
import { ChannelActions } from "#components/channel/channel-actions.tsx";
import { ChannelForm } from "#components/channel/channel-form.tsx";
import { DeliveryList } from "#components/channel/delivery-list.tsx";
import { UsedBy } from "#components/channel/used-by.tsx";
import { AutoRefresh } from "#components/ui/auto-refresh.tsx";
import { Section } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { canEdit } from "#core/role.ts";
import { deleteChannel } from "./delete-channel.ts";
import { editChannel } from "./edit-channel.ts";
import { sendTest } from "./send-test.ts";

export const metadata: Metadata = { title: "Channel" };

export default async function ChannelPage({ params }: { params: Promise<{ channelId: string }> }) {
  const { viewer, channel, deliveries } = await loadChannel((await params).channelId);
  const { channelId, name, monitors, fields, values, storedSecrets } = channel;
  const secretNames = fields.flatMap(({ type, name: field }) => (type === "secret" ? [field] : []));
  const isUnderway = deliveries.some(({ status }) => status === "pending" || status === "sending");
  const back = (
    <Link href="/channels" className="link">
      Channels
    </Link>
  );
  const actions = canEdit(viewer.role) && (
    <ChannelActions
      name={name}
      monitors={monitors.length}
      sendTest={sendTest.bind(null, channelId)}
      remove={deleteChannel.bind(null, channelId)}
    />
  );
  return (
    <>
      {isUnderway && <AutoRefresh everyMs={1_000} />}
      <PageHeader
        title={name}
        above={back}
        description={
          <>
            Told of: <UsedBy monitors={monitors} />
          </>
        }
        actions={actions}
      />
      <Section title="Last deliveries">
        <div aria-live="polite">
          <DeliveryList deliveries={deliveries} zone={viewer.timeZone} />
        </div>
      </Section>
      {canEdit(viewer.role) && (
        <Section title="Change">
          <ChannelForm action={editChannel.bind(null, channelId, secretNames)} {...{ fields, values, storedSecrets }} />
        </Section>
      )}
    </>
  );
}
