import type { Metadata } from "next";
import { findPendingToken } from "#app/_data/account/find-pending-token.ts";
import { AccountPage } from "#components/account/account-page.tsx";
import { LinkGone } from "#components/account/link-gone.tsx";
import { ResetForm } from "#components/account/reset-form.tsx";
import { setPassword } from "./set-password.ts";

export const metadata: Metadata = { title: "Set a new password", referrer: "no-referrer" };

export default async function ResetPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const pending = await findPendingToken((await searchParams).token, "reset_password");
  if (!pending) return <LinkGone retryHref="/forgot" retryText="Send me another link" />;

  const intro = (
    <p>
      For <strong className="text-text">{pending.email}</strong>. Every open session of this account ends.
    </p>
  );
  return (
    <AccountPage title="Set a new password" intro={intro}>
      <ResetForm action={setPassword} email={pending.email} token={pending.token} />
    </AccountPage>
  );
}
