import type { Metadata } from "next";
import Link from "next/link";
import { loadChannel } from "#app/_data/channel.ts";
import { ChannelActions } from "#components/channel/channel-actions.tsx";
import { ChannelForm } from "#components/channel/channel-form.tsx";
import { ChannelSummary } from "#components/channel/channel-summary.tsx";
import { ConfirmSection } from "#components/channel/confirm-section.tsx";
import { DeliveryList } from "#components/channel/delivery-list.tsx";
import { RenewSecrets } from "#components/channel/renew-secrets.tsx";
import { RevokedNotice } from "#components/channel/revoked-notice.tsx";
import { RoadWarning } from "#components/channel/road-warning.tsx";
import { SampleMessage } from "#components/channel/sample-message.tsx";
import { AutoRefresh } from "#components/ui/auto-refresh.tsx";
import { Section } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { canEdit } from "#core/account/role.ts";
import { confirmChannel } from "./confirm-channel.ts";
import { deleteChannel } from "./delete-channel.ts";
import { editChannel } from "./edit-channel.ts";
import { renewSecrets } from "./renew-secrets.ts";
import { sendCode } from "./send-code.ts";
import { sendTest } from "./send-test.ts";

export const metadata: Metadata = { title: "Channel" };

export default async function ChannelPage({ params }: { params: Promise<{ channelId: string }> }) {
  const { viewer, channel, road, deliveries } = await loadChannel((await params).channelId);
  const { channelId, isVerified, revokedAt, fields, values, storedSecrets, madeSecrets, sample, phoneUse } = channel;
  const isEditor = canEdit(viewer.role);
  const isUnderway = deliveries.some(({ status }) => status === "pending" || status === "sending");
  const isLookedUp = road === null || road.lookedAt !== null || road.failedAt !== null;
  const back = (
    <Link href="/channels" className="link">
      Channels
    </Link>
  );
  const actions = isEditor && (
    <ChannelActions {...channel} sendTest={sendTest.bind(null, channelId)} remove={deleteChannel.bind(null, channelId)} />
  );
  return (
    <>
      {(isUnderway || !isLookedUp) && <AutoRefresh everyMs={1_000} />}
      <PageHeader title={channel.name} above={back} description={<ChannelSummary {...channel} />} actions={actions} />
      {revokedAt && (
        <div className="mb-6">
          <RevokedNotice {...channel} at={revokedAt} zone={viewer.timeZone} />
        </div>
      )}
      {road && (
        <div className="mb-6 empty:hidden" aria-live="polite">
          <RoadWarning road={road} zone={viewer.timeZone} on={{ channelId }} />
        </div>
      )}
      {isEditor && !isVerified && (!revokedAt || channel.isOwnAddress) && (
        <ConfirmSection
          leadsTo={channel.leadsTo}
          lastCode={deliveries.find(({ kind }) => kind === "code") ?? null}
          confirm={confirmChannel.bind(null, channelId)}
          sendCode={sendCode.bind(null, channelId)}
        />
      )}
      <Section title="Last deliveries" description={phoneUse}>
        <div aria-live="polite">
          <DeliveryList deliveries={deliveries} zone={viewer.timeZone} />
        </div>
      </Section>
      {isEditor && (
        <Section title="Change">
          <ChannelForm action={editChannel.bind(null, channelId, channel.kind)} {...{ fields, values, storedSecrets }} />
        </Section>
      )}
      {isEditor &&
        madeSecrets.map((label) => (
          <Section
            key={label}
            title={label}
            description="Stored sealed and never shown again. Renew it where it is lost, or known to somebody who left."
          >
            <RenewSecrets label={label} renew={renewSecrets.bind(null, channelId)} />
          </Section>
        ))}
      {sample !== null && <SampleMessage sample={sample} />}
    </>
  );
}
