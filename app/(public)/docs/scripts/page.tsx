import type { Metadata } from "next";
import Link from "next/link";
import { StepReference } from "#components/script/step-reference.tsx";
import { CopyText } from "#components/ui/copy-text.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { READY_MADE, writeReadyMade } from "#core/script/ready-made/ready-made-scripts.ts";
import { SCRIPT_LIMITS } from "#core/script/script-limits.ts";
import { spanText } from "#core/script/span.ts";

export const metadata: Metadata = {
  title: "Scripts",
  description: "What a mail flow monitor does, step by step: how its script is written, with every step there is.",
};

const EXAMPLE = writeReadyMade(READY_MADE[0]!, {});

/** How a script is written. The monitor form shows the same as cards. */
export default function ScriptsPage() {
  return (
    <>
      <PageHeader
        title="Scripts"
        description="A mail flow monitor runs a script: it talks to your servers step by step, sends a message, fetches it as the recipient would, and says what became of it. In the form of a monitor a script is shown as cards and as text; both are the same script."
      />
      <div className="grid gap-10">
        <section aria-labelledby="example" className="grid min-w-0 gap-3">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <h2 id="example" className="text-xl font-semibold">
              An example
            </h2>
            <CopyText text={EXAMPLE}>Copy</CopyText>
          </div>
          <pre
            aria-label="A round trip by IMAP"
            role="region"
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
            tabIndex={0}
            className="overflow-x-auto rounded-lg border border-line bg-surface p-4 font-mono text-xs sm:text-sm"
          >
            {EXAMPLE}
          </pre>
        </section>
        <section aria-labelledby="writing" className="grid gap-3">
          <h2 id="writing" className="text-xl font-semibold">
            How it is written
          </h2>
          <ul className="grid max-w-prose list-disc gap-2 pl-5">
            <li>
              A script is YAML: a <code>version</code>, which is 1, a <code>deadline</code> for the whole, the <code>servers</code>,{" "}
              <code>steps</code>, and steps that are done <code>always</code>, however the others ended. Times look like 500ms, 30s
              or 2m.
            </li>
            <li>
              It has at most {SCRIPT_LIMITS.steps} steps, {SCRIPT_LIMITS.servers} servers and 64 KiB of text, and takes at most{" "}
              {spanText(SCRIPT_LIMITS.deadlineMs)}. It sends at most one message in a run, whose text is ours.
            </li>
            <li>
              A password never stands in a script. A step names a <code>secret</code>, and the form asks for it. It only ever goes
              through TLS.
            </li>
            <li>
              In texts <code>{"${name}"}</code> stands for a variable; <code>{"$${"}</code> for a dollar sign and a brace. Every run
              has <code>{"${token}"}</code>, which no other run has, and <code>{"${inbound}"}</code>, the address at which we
              receive mail for the monitor.
            </li>
            <li>Patterns are those of RE2: without back references and without look-around.</li>
            <li>
              What each word may be is published as{" "}
              <Link className="link" href="/docs/script.schema.json" prefetch={false}>
                JSON Schema
              </Link>{" "}
              for editors that check YAML as you type.
            </li>
          </ul>
        </section>
        <StepReference />
      </div>
    </>
  );
}
