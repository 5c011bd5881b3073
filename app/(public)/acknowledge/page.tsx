import type { Metadata } from "next";
import { loadLinkedIncident } from "#app/_data/incident/load-linked-incident.ts";
import { AccountPage } from "#components/account/account-page.tsx";
import { LinkedIncident } from "#components/incident/linked-incident.tsx";

export const metadata: Metadata = { title: "Acknowledge", referrer: "no-referrer", robots: { index: false, follow: false } };

/** Looking at this page acknowledges nothing: mail scanners and chats look at every link. */
export default async function AcknowledgePage({ searchParams }: { searchParams: Promise<{ link?: string | string[] }> }) {
  const linked = await loadLinkedIncident((await searchParams).link);
  if (linked) return <LinkedIncident {...linked} />;
  return (
    <AccountPage
      title="This link leads nowhere"
      intro="It has to be whole: a mail program may have cut it in two. Or what it was about has been deleted meanwhile."
    />
  );
}
