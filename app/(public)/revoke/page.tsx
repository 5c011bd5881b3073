import type { Metadata } from "next";
import { loadRevocable } from "#app/_data/revocation/load-revocable.ts";
import { AccountPage } from "#components/account/account-page.tsx";
import { RevokeForm } from "#components/channel/revoke-form.tsx";

export const metadata: Metadata = {
  title: "Stop messages",
  referrer: "no-referrer",
  robots: { index: false, follow: false },
};

/** Looking at this page revokes nothing: mail scanners look at every link. */
export default async function RevokePage({ searchParams }: { searchParams: Promise<{ link?: string | string[] }> }) {
  const revocable = await loadRevocable((await searchParams).link);
  if (revocable) return <RevokeForm {...revocable} />;
  return (
    <AccountPage
      title="This link leads nowhere"
      intro="It has to be whole: a mail program may have cut it in two. Or what it was about is not sent to you any more."
    />
  );
}
