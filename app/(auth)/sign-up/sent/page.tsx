import type { Metadata } from "next";
import { hasMailbox } from "#app/_data/settings.ts";
import { MailedAddress, MailSent } from "#components/account/mail-sent.tsx";
import { emailAddressSchema } from "#core/channel/channel.ts";

export const metadata: Metadata = { title: "Look into your mail" };

export default async function SignUpSentPage({ searchParams }: { searchParams: Promise<{ to?: string | string[] }> }) {
  const to = emailAddressSchema.safeParse((await searchParams).to).data;
  return (
    <MailSent again={{ href: "/sign-up", words: "sign up again" }} hasMailbox={hasMailbox}>
      <p>
        We sent a mail to <MailedAddress to={to} />. Follow the link in it and enter your password once more.
      </p>
      <p>The link is good for 24 hours.</p>
    </MailSent>
  );
}
