import type { Metadata } from "next";
import Link from "next/link";
import { hasMailbox } from "#app/_data/settings.ts";
import { AccountPage } from "#components/account/account-page.tsx";
import { MailboxLink } from "#components/account/mailbox-link.tsx";
import { emailAddressSchema } from "#core/channel.ts";

export const metadata: Metadata = { title: "Look into your mail" };

export default async function ForgotSentPage({ searchParams }: { searchParams: Promise<{ to?: string | string[] }> }) {
  const to = emailAddressSchema.safeParse((await searchParams).to).data;
  const intro = (
    <p>
      If {to ? <strong className="text-text">{to}</strong> : "your address"} has an account, a link to set a new password is on its
      way. It is good for 30 minutes.
    </p>
  );
  const otherwise = (
    <p>
      Nothing there after a minute? Look into the spam folder, or{" "}
      <Link className="link" href="/forgot">
        try another address
      </Link>
      .
    </p>
  );
  return (
    <AccountPage title="Look into your mail" intro={intro} otherwise={otherwise}>
      {hasMailbox && <MailboxLink />}
    </AccountPage>
  );
}
