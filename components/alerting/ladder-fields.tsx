"use client";

import { Plus, X } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field, FieldError } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { newStep, type TypedLadder, type TypedStep } from "#core/escalation/policy-form.ts";
import { TellFields, type TellChoices } from "./tell-fields.tsx";
import { TimeInput } from "./time-input.tsx";

type Props = {
  id: string;
  ladder: TypedLadder;
  choices: TellChoices;
  errors: Record<string, string>;
  onChange: (ladder: TypedLadder) => void;
};

/** The steps, one later than the other, and how often they are taken again. */
export function LadderFields({ id, ladder, choices, errors, onChange }: Props) {
  const { steps, isRepeated, every, times } = ladder;
  const change = (changed: TypedStep) =>
    onChange({ ...ladder, steps: steps.map((each) => (each.key === changed.key ? changed : each)) });
  return (
    <div className="grid gap-4">
      <ol aria-label="Steps" className="grid gap-4">
        {steps.map((step, index) => (
          <li key={step.key} className="grid gap-3 border-l-2 border-line-strong pl-4">
            <div className="flex items-end justify-between gap-2">
              <TimeInput
                label={index === 0 ? "After (0 is at once)" : "After, where nobody has acknowledged"}
                id={`${id}.steps.${index}.afterS`}
                value={step.after}
                error={errors[`${id}.steps.${index}.afterS`]}
                onChange={(after) => change({ ...step, after })}
              />
              {steps.length > 1 && (
                <Button
                  variant="ghost"
                  className="w-10 px-0"
                  aria-label={`Remove step ${index + 1}`}
                  onClick={() => onChange({ ...ladder, steps: steps.filter(({ key }) => key !== step.key) })}
                >
                  <X aria-hidden />
                </Button>
              )}
            </div>
            <TellFields
              id={`${id}.steps.${index}.tell`}
              legend="Tell"
              tell={step.tell}
              choices={choices}
              errors={errors}
              onChange={(tell) => change({ ...step, tell })}
            />
          </li>
        ))}
      </ol>
      {errors[`${id}.steps`] && <FieldError>{errors[`${id}.steps`]}</FieldError>}
      <div>
        <Button onClick={() => onChange({ ...ladder, steps: [...steps, newStep(laterThan(steps))] })}>
          <Plus aria-hidden /> Add a step
        </Button>
      </div>
      <Checkbox
        label="Take all steps again while nobody has acknowledged"
        checked={isRepeated}
        onChange={() => onChange({ ...ladder, isRepeated: !isRepeated })}
      />
      {isRepeated && (
        <div className="flex flex-wrap gap-4">
          <TimeInput
            label="Every"
            id={`${id}.repeat.everyS`}
            value={every}
            error={errors[`${id}.repeat.everyS`]}
            onChange={(changed) => onChange({ ...ladder, every: changed })}
          />
          <Field label="Times" name={`${id}.repeat.times`} error={errors[`${id}.repeat.times`]}>
            {(control) => (
              <div className="w-20">
                <TextInput
                  {...control}
                  inputMode="numeric"
                  autoComplete="off"
                  value={times}
                  onChange={(event) => onChange({ ...ladder, times: event.target.value })}
                />
              </div>
            )}
          </Field>
        </div>
      )}
    </div>
  );
}

/** Five minutes after the last step, where it says when that is. */
function laterThan(steps: readonly TypedStep[]): TypedStep["after"] {
  const last = steps.at(-1)?.after;
  return last?.unit === "minutes" && /^\d+$/.test(last.count)
    ? { count: String(Number(last.count) + 5), unit: "minutes" }
    : { count: "", unit: "minutes" };
}
