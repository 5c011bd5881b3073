import { redirect } from "next/navigation";
import { findViewer } from "#app/_data/viewer.ts";
import { SampleDialogue } from "#components/shell/sample-dialogue.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";

/** What it is, in one screen. */
export default async function LandingPage() {
  if (await findViewer()) redirect("/monitors");
  return (
    <div className="grid items-center gap-10 py-6 sm:py-12 lg:grid-cols-2 lg:gap-16">
      <div className="grid gap-6">
        <h1 className="text-2xl font-semibold tracking-tight sm:max-w-md">
          Know that your mail server takes mail, and when it does not, why.
        </h1>
        <p className="max-w-prose text-lg text-muted">
          Ehlowatch meets your server the way a mail client does: it looks up the name, connects, waits for the greeting, says EHLO,
          starts TLS. It times every step, keeps every line, and when one fails it tells you which, and what the server said.
        </p>
        <div className="flex flex-wrap gap-3">
          <LinkButton href="/sign-up" variant="primary">
            Sign up
          </LinkButton>
          <LinkButton href="/sign-in">Sign in</LinkButton>
        </div>
      </div>
      <SampleDialogue />
    </div>
  );
}
