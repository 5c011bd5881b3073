import type { Metadata } from "next";
import Link from "next/link";
import { findPendingToken } from "#app/_data/account/find-pending-token.ts";
import { AccountPage } from "#components/account/account-page.tsx";
import { ConfirmForm } from "#components/account/confirm-form.tsx";
import { LinkGone } from "#components/account/link-gone.tsx";
import { confirmAddress } from "./confirm-address.ts";

export const metadata: Metadata = { title: "Confirm your address", referrer: "no-referrer" };

/** Looking at this page confirms nothing: mail scanners look at every link. */
export default async function ConfirmPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const pending = await findPendingToken((await searchParams).token, "sign_up");
  if (!pending) return <LinkGone retryHref="/sign-up" retryText="Sign up again" />;

  const intro = (
    <p>
      Enter the password you chose for <strong className="text-text">{pending.email}</strong>.
    </p>
  );
  const otherwise = (
    <p>
      You chose none, or do not know it any more?{" "}
      <Link className="link" href="/sign-up">
        Sign up again
      </Link>
    </p>
  );
  return (
    <AccountPage title="Confirm your address" intro={intro} otherwise={otherwise}>
      <ConfirmForm action={confirmAddress} email={pending.email} token={pending.token} />
    </AccountPage>
  );
}
