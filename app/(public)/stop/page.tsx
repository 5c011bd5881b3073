import type { Metadata } from "next";
import { loadStoppable } from "#app/_data/monthly/load-stoppable.ts";
import { AccountPage } from "#components/account/account-page.tsx";
import { StopForm } from "#components/domain/stop-form.tsx";

export const metadata: Metadata = {
  title: "Stop the monthly mail",
  referrer: "no-referrer",
  robots: { index: false, follow: false },
};

/** Looking at this page stops nothing: mail scanners look at every link. */
export default async function StopPage({ searchParams }: { searchParams: Promise<{ link?: string | string[] }> }) {
  const stoppable = await loadStoppable((await searchParams).link);
  if (stoppable) return <StopForm {...stoppable} />;
  return (
    <AccountPage
      title="This link leads nowhere"
      intro="It has to be whole: a mail program may have cut it in two. Or what it was about has been deleted meanwhile."
    />
  );
}
