import { Inbox } from "lucide-react";
import { LinkButton } from "#components/ui/link-button.tsx";

/** In embedded mode mail goes no further than the built-in mailbox: it is a click away. */
export function MailboxLink() {
  return (
    <div className="grid gap-3">
      <p>This Ehlowatch keeps its mail to itself: every message lands in the built-in mailbox within seconds.</p>
      <LinkButton href="/mailbox" variant="primary">
        <Inbox aria-hidden /> Open the mailbox
      </LinkButton>
    </div>
  );
}
