import { Fragment, type ReactNode } from "react";
import { stepOf } from "#core/diagnosis/step.ts";

/** What to try next: sentences to read, and commands to type with where they are typed. */
export function StepList({ steps }: { steps: readonly string[] }) {
  return (
    <ul className="grid gap-1.5">
      {steps.map((step) => (
        <li key={step} className="min-w-0">
          <StepView text={step} />
        </li>
      ))}
    </ul>
  );
}

function StepView({ text }: { text: string }) {
  const step = stepOf(text);
  if ("sentence" in step) return <p className="max-w-prose wrap-anywhere">{withLinks(step.sentence)}</p>;
  return (
    <>
      {step.where !== null && <span className="block text-xs text-muted">{step.where}</span>}
      <code className="block rounded-md bg-sunken px-2 py-1 font-mono text-xs wrap-anywhere">{brokenAtOptions(step.command)}</code>
    </>
  );
}

/** Our own sentences name pages by their address. */
function withLinks(sentence: string): ReactNode[] {
  return sentence.split(/(https:\/\/[^\s,]+)/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <a key={index} className="link" href={part} rel="noreferrer">
        {part}
      </a>
    ),
  );
}

/** A browser would break a line after each hyphen: an option stays whole, with its value where there is room, and so does what follows a pipe. */
function brokenAtOptions(command: string): ReactNode {
  const parts = command.split(/ (?=[-|<])/);
  if (parts.length === 1) return command;
  return parts.map((part, index) => (
    <Fragment key={index}>
      {index > 0 && " "}
      <span className="inline-block">{part}</span>
    </Fragment>
  ));
}
