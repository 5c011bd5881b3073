import type { Metadata } from "next";
import Link from "next/link";
import { offeredKinds } from "#app/_data/channel.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import { KindChoice } from "#components/channel/kind-choice.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";

export const metadata: Metadata = { title: "New channel" };

export default async function NewChannelPage() {
  const editor = await requireEditor();
  const back = (
    <Link href="/channels" className="link">
      Channels
    </Link>
  );
  return (
    <>
      <PageHeader title="New channel" above={back} description="Which way shall messages go?" />
      {editor ? <KindChoice kinds={offeredKinds()} /> : <Alert>{VIEWERS_ONLY_LOOK}</Alert>}
    </>
  );
}
