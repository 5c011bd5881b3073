import type { Metadata } from "next";
import Link from "next/link";
import { hasMailbox } from "#app/_data/settings.ts";
import { AccountPage } from "#components/account/account-page.tsx";
import { MailboxLink } from "#components/account/mailbox-link.tsx";
import { emailAddressSchema } from "#core/channel.ts";

export const metadata: Metadata = { title: "Look into your mail" };

export default async function SignUpSentPage({ searchParams }: { searchParams: Promise<{ to?: string | string[] }> }) {
  const to = emailAddressSchema.safeParse((await searchParams).to).data;
  const intro = (
    <>
      <p>
        We sent a mail to {to ? <strong className="text-text">{to}</strong> : "your address"}. Follow the link in it and enter your
        password once more.
      </p>
      <p>The link is good for 24 hours.</p>
    </>
  );
  const otherwise = (
    <p>
      Nothing there after a minute? Look into the spam folder, or{" "}
      <Link className="link" href="/sign-up">
        sign up again
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
