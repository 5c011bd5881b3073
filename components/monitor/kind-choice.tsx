import { FieldError } from "#components/ui/field.tsx";
import { MONITOR_KINDS, type MonitorKind } from "#core/check/stage.ts";
import type { FormState } from "#core/form/form-state.ts";
import { KIND_WORDS } from "#core/monitor/monitor-form-words.ts";

type Props = FormState & { onChoose: (kind: MonitorKind) => void };

/** What the server speaks: the first thing to say, because the rest of the form goes by it. The key is as in components/ui/checkbox.tsx. */
export function KindChoice({ values, errors, onChoose }: Props) {
  return (
    <fieldset aria-describedby={errors.kind ? "field-kind-error" : undefined}>
      <legend className="mb-1.5 text-sm font-medium">What is watched</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {MONITOR_KINDS.map((kind) => (
          <label
            key={kind}
            className="flex items-start gap-2.5 rounded-md border border-line-strong px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input
              key={values.kind}
              type="radio"
              name="kind"
              value={kind}
              defaultChecked={values.kind === kind}
              onChange={() => onChoose(kind)}
              className="mt-0.5 size-4.5 shrink-0 accent-accent"
            />
            <span className="min-w-0">
              {KIND_WORDS[kind].name}
              <span className="block text-sm text-muted">{KIND_WORDS[kind].about}</span>
            </span>
          </label>
        ))}
      </div>
      {errors.kind && <FieldError id="field-kind-error">{errors.kind}</FieldError>}
    </fieldset>
  );
}
