import { messageFacts } from "#core/message/message-facts.ts";
import type { RecipientRevokedMessage } from "#core/message/message.ts";
import { exactTime } from "#core/time/relative-time.ts";
import { Action, Paragraph } from "./blocks.tsx";
import { MailLayout } from "./mail-layout.tsx";
import type { OnMail } from "./on-mail.ts";

/** Whoever reads a mailbox that test messages went to has stopped them. */
export function RecipientRevokedMail({ message, revokeUrl }: OnMail<RecipientRevokedMessage>) {
  const { sentence, open } = messageFacts(message);
  return (
    <MailLayout
      revokeUrl={revokeUrl}
      title="A recipient was revoked"
      tone="degraded"
      preview={sentence}
      footer="Ehlowatch sends this because this address is a channel of the team."
    >
      <Paragraph lead>{sentence}</Paragraph>
      <Paragraph muted>
        Revoked on {exactTime(new Date(message.at), "UTC")}. Another mailbox can take its place in the scripts.
      </Paragraph>
      <Action href={message.url}>{open}</Action>
    </MailLayout>
  );
}
