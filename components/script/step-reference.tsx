import { STEP_FORMS, type StepField } from "#core/script/step-forms.ts";

/** Every step there is, with what it may have. */
export function StepReference() {
  return (
    <section aria-labelledby="steps" className="grid gap-3">
      <h2 id="steps" className="text-xl font-semibold">
        Steps
      </h2>
      <p className="max-w-prose text-muted">
        What a step may have stands behind its name; what it must have is bold. Every step may have a name, and most a limit: how
        long it may take.
      </p>
      <dl className="divide-y divide-line border-y border-line">
        {Object.entries(STEP_FORMS).map(([name, { about, fields }]) => (
          <div key={name} className="grid gap-x-6 gap-y-1 py-2.5 md:grid-cols-[11rem_minmax(0,1fr)_minmax(0,1fr)]">
            <dt className="font-mono text-sm font-medium">{name}</dt>
            <dd>{about}</dd>
            <dd className="text-sm text-muted">
              {fields.filter(isOwn).map((field, index) => (
                <span key={field.path.join(".")}>
                  {index > 0 && ", "}
                  <code className={field.isNeeded ? "font-mono font-semibold text-text" : "font-mono"}>{field.path.join(".")}</code>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Whether a part is one that not every step has. */
function isOwn({ path: [key] }: StepField): boolean {
  return key !== "name" && key !== "limit";
}
