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
  if ("sentence" in step) return <p className="max-w-prose wrap-anywhere">{step.sentence}</p>;
  return (
    <>
      {step.where !== null && <span className="block text-xs text-muted">{step.where}</span>}
      <code className="block rounded-md bg-sunken px-2 py-1 font-mono text-xs wrap-anywhere">{step.command}</code>
    </>
  );
}
