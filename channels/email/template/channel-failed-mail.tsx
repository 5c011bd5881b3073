import { messageFacts } from "#core/message/message-facts.ts";
import type { ChannelFailedMessage } from "#core/message/message.ts";
import { exactTime } from "#core/time/relative-time.ts";
import { Action, Paragraph, PartTitle, Wire } from "./blocks.tsx";
import { MailLayout } from "./mail-layout.tsx";
import type { OnMail } from "./on-mail.ts";

/** A channel of the team has given up a message. */
export function ChannelFailedMail({ message, revokeUrl }: OnMail<ChannelFailedMessage>) {
  const { channelName, reason, at, url } = message;
  const { sentence } = messageFacts(message);
  return (
    <MailLayout
      revokeUrl={revokeUrl}
      title={`${channelName} did not take a message`}
      tone="degraded"
      preview={sentence}
      footer="Ehlowatch sends this because this address is another channel of the team. It says so once a day for each channel that fails."
    >
      <Paragraph lead>{sentence}</Paragraph>
      <Paragraph muted>Given up on {exactTime(new Date(at), "UTC")}.</Paragraph>
      <PartTitle>What was answered</PartTitle>
      <Wire lines={[{ text: reason }]} hang={2} />
      <Action href={url}>Open the channel</Action>
    </MailLayout>
  );
}
