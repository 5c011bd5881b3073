import type { Metadata } from "next";
import Link from "next/link";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import { ChannelForm } from "#components/channel/channel-form.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { addChannel } from "./add-channel.ts";

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
      <PageHeader title="New channel" above={back} />
      {editor ? <ChannelForm action={addChannel} /> : <Alert>{VIEWERS_ONLY_LOOK}</Alert>}
    </>
  );
}
