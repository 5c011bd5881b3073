import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { aboutProbes } from "#app/_data/probe-addresses.ts";
import { PageHeader } from "#components/ui/page-header.tsx";

export const metadata: Metadata = {
  title: "Who checks your server",
  description: "What our checks do on a mail server, how to tell them from others, and how whoever runs the server stops them.",
};

/** For somebody who found us in the log of a mail server. */
export default function ProbesPage() {
  const { addresses, ehloName, contact } = aboutProbes();
  return (
    <>
      <PageHeader
        title="Who checks your server"
        description="You found us in the log of your mail server: somebody wants to be told when it does not work, and has us look."
      />
      <div className="grid max-w-prose gap-8">
        <Part id="what" title="What a check does">
          <p>
            It connects, says hello and takes leave with QUIT, as a server does that has mail for you; with STARTTLS it looks at
            your certificate. It connects to an address one at a time, however many people watch it, and only so often in a minute.
          </p>
          <p>
            It logs in, names a recipient or sends a message only where whoever asked for it has shown that the domain, or the
            mailbox, is theirs.
          </p>
        </Part>
        <Part id="us" title="How you know us">
          <p>
            Unless its owner chose another name a check says <code>EHLO {ehloName}</code>.
          </p>
          {addresses.length === 0 ? (
            <p>The addresses that checks come from are not published here.</p>
          ) : (
            <>
              <p>
                Checks come from these addresses; for programs they stand at{" "}
                <Link href="/api/probe-addresses" prefetch={false} className="link">
                  /api/probe-addresses
                </Link>
                :
              </p>
              <ul className="font-mono text-sm">
                {addresses.map((address) => (
                  <li key={address}>{address}</li>
                ))}
              </ul>
            </>
          )}
        </Part>
        <Part id="stop" title="How you stop it">
          <p>
            Write to <Contact contact={contact} /> and name the addresses, ranges or domains that are to be left alone. Once those
            who run this service have entered them, nothing connects there any more within a minute, for nobody. Whoever watches
            your server is told that it does not want to be watched, and not who asked.
          </p>
          <p>
            There you complain about anything else, too. Test messages and alerts that come to you hold a link that stops the next
            ones.
          </p>
        </Part>
      </div>
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} className="grid gap-3">
      <h2 className="text-lg font-semibold">{title}</h2>
      {children}
    </section>
  );
}

function Contact({ contact }: { contact: string }) {
  const isAddress = contact.includes("@") && !contact.includes("://") && !contact.startsWith("mailto:");
  return (
    <a href={isAddress ? `mailto:${contact}` : contact} className="link wrap-anywhere">
      {contact}
    </a>
  );
}
