import { Tabs } from "#components/ui/tabs.tsx";
import { Time } from "#components/ui/time.tsx";
import { HtmlFrame } from "./html-frame.tsx";

type Message = { subject: string; sender: string; recipients: string[]; receivedAt: Date; text: string; html: string | null };

/** A message as it was received: its HTML in a frame that can run nothing, and its text. */
export function MessageView({ message, zone }: { message: Message; zone: string }) {
  const { subject, sender, recipients, receivedAt, text, html } = message;
  const plain = <pre className="font-mono text-sm wrap-anywhere whitespace-pre-wrap">{text}</pre>;
  return (
    <article className="min-w-0">
      <h2 className="text-lg font-semibold wrap-anywhere">{subject || "(no subject)"}</h2>
      <p className="mt-1 mb-4 text-sm wrap-anywhere text-muted">
        from {sender} to {recipients.join(", ")}, <Time at={receivedAt} zone={zone} />
      </p>
      {html === null ? (
        plain
      ) : (
        <Tabs
          label="Forms of this message"
          tabs={[
            { value: "html", label: "HTML", content: <HtmlFrame html={html} title={subject || "Message"} /> },
            { value: "text", label: "Text", content: plain },
          ]}
        />
      )}
    </article>
  );
}
