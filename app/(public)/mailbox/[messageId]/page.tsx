import type { Metadata } from "next";
import Link from "next/link";
import { loadMailbox, loadMessage } from "#app/_data/mailbox.ts";
import { findViewer } from "#app/_data/viewer.ts";
import { MessageList } from "#components/mailbox/message-list.tsx";
import { MessageView } from "#components/mailbox/message-view.tsx";
import { AutoRefresh } from "#components/ui/auto-refresh.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";

export const metadata: Metadata = { title: "Mailbox", referrer: "no-referrer" };

export default async function MessagePage({ params }: { params: Promise<{ messageId: string }> }) {
  const { messageId } = await params;
  const [messages, message, viewer] = [await loadMailbox(), await loadMessage(messageId), await findViewer()];
  const zone = viewer?.timeZone ?? "UTC";
  const back = (
    <Link href="/mailbox" className="link">
      All messages
    </Link>
  );
  return (
    <>
      <AutoRefresh everyMs={5_000} />
      <PageHeader title="Mailbox" above={back} />
      <div className="grid gap-8 lg:grid-cols-[22rem_1fr]">
        <div className="hidden lg:block">
          <MessageList messages={messages} openId={message.id} zone={zone} />
        </div>
        <MessageView message={message} zone={zone} />
      </div>
    </>
  );
}
