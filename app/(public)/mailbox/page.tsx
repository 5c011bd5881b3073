import type { Metadata } from "next";
import { loadMailbox } from "#app/_data/mailbox.ts";
import { findViewer } from "#app/_data/viewer.ts";
import { MessageList } from "#components/mailbox/message-list.tsx";
import { AutoRefresh } from "#components/ui/auto-refresh.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";

export const metadata: Metadata = { title: "Mailbox" };

export default async function MailboxPage() {
  const [messages, viewer] = [await loadMailbox(), await findViewer()];
  return (
    <>
      <AutoRefresh everyMs={2_000} />
      <PageHeader
        title="Mailbox"
        description="Every mail this Ehlowatch sends lands here, whoever it is for. New ones appear by themselves."
      />
      {messages.length === 0 ? (
        <EmptyState title="No mail yet">A message takes a few seconds from the moment it is asked for.</EmptyState>
      ) : (
        <div className="max-w-form">
          <MessageList messages={messages} zone={viewer?.timeZone ?? "UTC"} />
        </div>
      )}
    </>
  );
}
