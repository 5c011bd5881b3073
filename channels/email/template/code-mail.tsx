import type { ReactNode } from "react";
import { CODE_LIFETIME_MS } from "#core/channel/channel-code.ts";
import { durationExact } from "#core/text/duration.ts";
import { BigText, Paragraph, TextLink } from "./blocks.tsx";
import { MailLayout } from "./mail-layout.tsx";

/** The code that confirms that an address wants to be told. */
export function CodeMail({ code, revokeUrl }: { code: string; revokeUrl: string | null }) {
  return (
    <Code code={code} where="on the page of the channel" revokeUrl={revokeUrl}>
      Somebody entered this address in Ehlowatch, to be told when a mail server is down. If it was not you, do nothing: without the
      code nothing more is sent here but another code, if they ask for one.
    </Code>
  );
}

/** The code that confirms that test messages may go to a mailbox. */
export function RecipientCodeMail({ code, revokeUrl }: { code: string; revokeUrl: string }) {
  return (
    <Code code={code} where="in Ehlowatch, under Settings, Recipients" revokeUrl={revokeUrl}>
      Somebody entered this mailbox in Ehlowatch, to send it test messages every few minutes and see whether they arrive. If it was
      not you, do nothing: without the code nothing more is sent here but another code, if they ask for one.
    </Code>
  );
}

type Props = { code: string; where: string; revokeUrl: string | null; children: ReactNode };

function Code({ code, where, revokeUrl, children }: Props) {
  return (
    <MailLayout
      title="Confirm this address"
      tone="text"
      preview={`The code is ${code}.`}
      footer={
        <>
          {children} {revokeUrl !== null && <TextLink href={revokeUrl}>I did not ask for this: send me nothing more</TextLink>}
        </>
      }
    >
      <Paragraph lead>Enter this code {where}:</Paragraph>
      <BigText>{code}</BigText>
      <Paragraph muted>It works once, for {durationExact(CODE_LIFETIME_MS)}. Give it to nobody you do not know.</Paragraph>
    </MailLayout>
  );
}
