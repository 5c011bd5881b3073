import type { Metadata } from "next";
import Link from "next/link";
import { loadChannelForm } from "#app/_data/channel.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import { ChannelForm } from "#components/channel/channel-form.tsx";
import { SampleMessage } from "#components/channel/sample-message.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { addChannel } from "./add-channel.ts";

export const metadata: Metadata = { title: "New channel" };

export default async function NewChannelOfKindPage({ params }: { params: Promise<{ kind: string }> }) {
  const editor = await requireEditor();
  const { kind, label, about, fields, sample, whyNot } = loadChannelForm((await params).kind);
  const back = (
    <Link href="/channels/new" className="link">
      Other kinds
    </Link>
  );
  return (
    <>
      <PageHeader title={`New channel: ${label}`} above={back} description={about} />
      {editor && whyNot === null ? (
        <ChannelForm action={addChannel.bind(null, kind)} fields={fields} />
      ) : (
        <Alert>{whyNot ?? VIEWERS_ONLY_LOOK}</Alert>
      )}
      {sample !== null && (
        <div className="mt-8">
          <SampleMessage sample={sample} />
        </div>
      )}
    </>
  );
}
