import Link from "next/link";
import type { ReactNode } from "react";
import { AccountPage } from "./account-page.tsx";
import { MailboxLink } from "./mailbox-link.tsx";

type Props = {
  /** What the mail will be, and for how long it is good. */
  children: ReactNode;
  /** Where to go when it does not come. */
  again: { href: string; words: string };
  hasMailbox: boolean;
};

/** The page after a mail was asked for. It says the same whether or not the address is known. */
export function MailSent({ children, again, hasMailbox }: Props) {
  const otherwise = (
    <p>
      Nothing there after a minute? Look into the spam folder, or{" "}
      <Link className="link" href={again.href}>
        {again.words}
      </Link>
      .
    </p>
  );
  return (
    <AccountPage title="Look into your mail" intro={children} otherwise={otherwise}>
      {hasMailbox && <MailboxLink />}
    </AccountPage>
  );
}

/** The address a mail went to, where the page was told a proper one. */
export function MailedAddress({ to }: { to: string | undefined }) {
  return to ? <strong className="text-text">{to}</strong> : "your address";
}
