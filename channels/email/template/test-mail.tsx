import type { TestMessage } from "#core/message/message.ts";
import { Action, Paragraph } from "./blocks.tsx";
import { MailLayout } from "./mail-layout.tsx";
import type { OnMail } from "./on-mail.ts";

/** "Send a test". */
export function TestMail({ message, revokeUrl }: OnMail<TestMessage>) {
  return (
    <MailLayout
      revokeUrl={revokeUrl}
      title="This road works"
      tone="up"
      preview={`Messages for the channel ${message.channelName} arrive here.`}
      footer={`Ehlowatch sends this because somebody asked for a test of the channel ${message.channelName}.`}
    >
      <Paragraph lead>Messages for the channel {message.channelName} arrive here.</Paragraph>
      <Paragraph>
        When a monitor that tells this channel goes down, the next mail says what failed and why. Make sure that it cannot be
        filtered away, and that it does not travel through a server that is watched.
      </Paragraph>
      <Action href={message.url}>Open the channel</Action>
    </MailLayout>
  );
}
