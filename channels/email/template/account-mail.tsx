import type { AccountMessage } from "#core/account/account-message.ts";
import { TOKEN_LIFETIME_MS } from "#core/account/token.ts";
import { durationExact } from "#core/text/duration.ts";
import { Action, Paragraph, TextLink } from "./blocks.tsx";
import { MailLayout } from "./mail-layout.tsx";

/** A mail about an account. */
export function AccountMail({ message }: { message: AccountMessage }) {
  if (message.kind === "confirm_address") return <ConfirmAddress confirmUrl={message.confirmUrl} />;
  if (message.kind === "reset_password") return <ResetPassword resetUrl={message.resetUrl} />;
  return <AlreadyRegistered signInUrl={message.signInUrl} resetUrl={message.resetUrl} />;
}

function ConfirmAddress({ confirmUrl }: { confirmUrl: string }) {
  return (
    <MailLayout
      title="Confirm your address"
      tone="text"
      preview="One click and your password, and your account is ready."
      footer="Somebody, most likely you, entered this address to sign up for Ehlowatch. If it was not you, do nothing: no account is made."
    >
      <Paragraph lead>One click and your password, and your account is ready.</Paragraph>
      <Action href={confirmUrl}>Confirm this address</Action>
      <Paragraph muted>The link works once, for {durationExact(TOKEN_LIFETIME_MS.sign_up)}.</Paragraph>
    </MailLayout>
  );
}

function AlreadyRegistered({ signInUrl, resetUrl }: { signInUrl: string; resetUrl: string }) {
  return (
    <MailLayout
      title="You already have an account"
      tone="text"
      preview="Sign in with the password you have, or choose a new one."
      footer="Somebody, most likely you, entered this address to sign up for Ehlowatch. If it was not you, do nothing: nothing has changed."
    >
      <Paragraph lead>This address has an account, so no second one was made.</Paragraph>
      <Action href={signInUrl}>Sign in</Action>
      <Paragraph>
        Forgotten the password? <TextLink href={resetUrl}>Choose a new one</TextLink>
      </Paragraph>
    </MailLayout>
  );
}

function ResetPassword({ resetUrl }: { resetUrl: string }) {
  return (
    <MailLayout
      title="Choose a new password"
      tone="text"
      preview="You asked for a new password."
      footer="Somebody, most likely you, asked for a new password for this address. If it was not you, do nothing: the old one stays."
    >
      <Paragraph lead>You asked for a new password.</Paragraph>
      <Action href={resetUrl}>Choose a new password</Action>
      <Paragraph muted>
        The link works once, for {durationExact(TOKEN_LIFETIME_MS.reset_password)}. Setting a new password signs you out everywhere.
      </Paragraph>
    </MailLayout>
  );
}
