import { messageFacts } from "#core/message/message-facts.ts";
import type { ChannelRevokedMessage } from "#core/message/message.ts";
import { exactTime } from "#core/time/relative-time.ts";
import { Action, Paragraph } from "./blocks.tsx";
import { MailLayout } from "./mail-layout.tsx";
import type { OnMail } from "./on-mail.ts";

/** Whoever reads the address of another channel of the team has revoked it. */
export function ChannelRevokedMail({ message, revokeUrl }: OnMail<ChannelRevokedMessage>) {
  const { channelName, at, url } = message;
  const { sentence } = messageFacts(message);
  return (
    <MailLayout
      revokeUrl={revokeUrl}
      title={`${channelName} was revoked`}
      tone="degraded"
      preview={sentence}
      footer="Ehlowatch sends this because this address is another channel of the team."
    >
      <Paragraph lead>{sentence}</Paragraph>
      <Paragraph muted>Revoked on {exactTime(new Date(at), "UTC")}. Look whether everybody who has to be told still is.</Paragraph>
      <Action href={url}>Open the channel</Action>
    </MailLayout>
  );
}
