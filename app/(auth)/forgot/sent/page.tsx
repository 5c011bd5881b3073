import type { Metadata } from "next";
import { hasMailbox } from "#app/_data/settings.ts";
import { MailedAddress, MailSent } from "#components/account/mail-sent.tsx";
import { emailAddressSchema } from "#core/channel/channel.ts";

export const metadata: Metadata = { title: "Look into your mail" };

export default async function ForgotSentPage({ searchParams }: { searchParams: Promise<{ to?: string | string[] }> }) {
  const to = emailAddressSchema.safeParse((await searchParams).to).data;
  return (
    <MailSent again={{ href: "/forgot", words: "try another address" }} hasMailbox={hasMailbox}>
      <p>
        If <MailedAddress to={to} /> has an account, a link to set a new password is on its way. It is good for 30 minutes.
      </p>
    </MailSent>
  );
}
