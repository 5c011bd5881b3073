import { ArrowDown, ArrowUp, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import type { StepPlace } from "#core/mailflow/flow.ts";
import type { StepMark } from "#core/mailflow/marked-steps.ts";
import { stepLine, valueAt, type FieldValue } from "#core/script/field-text.ts";
import type { OutlinedStep, StepList, Written } from "#core/script/outline.ts";
import type { ScriptProblem } from "#core/script/script-problem.ts";
import { formOf, STEP_FORMS } from "#core/script/step-forms.ts";
import { Card } from "./card.tsx";
import { ScriptField } from "./script-field.tsx";
import { StepLines } from "./step-lines.tsx";

/** What is done with the steps of a script. */
export type StepChanges = {
  add: (place: StepPlace, step: Written) => void;
  move: (place: StepPlace, to: number) => void;
  remove: (place: StepPlace) => void;
  write: (place: StepPlace, path: readonly string[], value: FieldValue | undefined) => void;
};

type Props = {
  list: StepList;
  /** The script that the steps are of. */
  text: string;
  steps: readonly OutlinedStep[];
  open: StepPlace | null;
  setOpen: (place: StepPlace | null) => void;
  markOf: (place: StepPlace) => StepMark | undefined;
  problems: readonly ScriptProblem[];
  serversOf: (protocol: string) => string[];
  changes: StepChanges;
};

/** The steps of one list as cards: opened one at a time, moved, taken out, and added after another or at the end. */
export function StepCards({ list, text, steps, open, setOpen, markOf, problems, serversOf, changes }: Props) {
  return (
    <div className="grid gap-2">
      {steps.length > 0 && (
        <ol aria-label={TITLES[list]} className="divide-y divide-line overflow-hidden rounded-md border border-line">
          {steps.map(({ step, fromLine, toLine }, index) => {
            const place = { list, index };
            const form = formOf(step);
            const fields = form === null ? [] : STEP_FORMS[form]!.fields;
            const id = `${list}-${index}`;
            const isOpen = open?.list === list && open.index === index;
            const title = form ?? "not a step";
            const mark = markOf(place);
            return (
              <Card
                key={index}
                id={id}
                number={index + 1}
                title={title}
                about={form === null || step === null ? `line ${fromLine} of the text` : stepLine(step, fields)}
                isOpen={isOpen}
                toggle={() => setOpen(isOpen ? null : place)}
                mark={mark}
                writtenAt={
                  (mark === "failed" || mark === "degraded") && (
                    <StepLines text={text} from={fromLine} to={toLine} isFailed={mark === "failed"} />
                  )
                }
                problems={problems.filter(({ path }) => path[0] === list && path[1] === index).map(({ message }) => message)}
                actions={
                  <>
                    <CardButton
                      id={`${id}-up`}
                      label={`Move step ${index + 1}, ${title}, up`}
                      isDisabled={index === 0}
                      press={() => changes.move(place, index - 1)}
                    >
                      <ArrowUp aria-hidden />
                    </CardButton>
                    <CardButton
                      id={`${id}-down`}
                      label={`Move step ${index + 1}, ${title}, down`}
                      isDisabled={index === steps.length - 1}
                      press={() => changes.move(place, index + 1)}
                    >
                      <ArrowDown aria-hidden />
                    </CardButton>
                    <CardButton
                      id={`${id}-remove`}
                      label={`Take step ${index + 1}, ${title}, out`}
                      press={() => changes.remove(place)}
                    >
                      <X aria-hidden />
                    </CardButton>
                  </>
                }
              >
                {form === null || step === null ? (
                  <p className="col-span-full text-muted">
                    This is no step that a card can show. It stands in line {fromLine} of the text.
                  </p>
                ) : (
                  <>
                    <p className="col-span-full text-muted">{STEP_FORMS[form]!.about}</p>
                    {fields.map((field) => (
                      <ScriptField
                        key={`${form} ${field.path.join(".")}`}
                        field={field}
                        id={`${id}-${field.path.join("-")}`}
                        value={valueAt(step, field.path)}
                        serversOf={serversOf}
                        write={(path, value) => changes.write(place, path, value)}
                      />
                    ))}
                    <div className="col-span-full">
                      <AddStep label="Add a step after this one" add={(fresh) => changes.add({ list, index: index + 1 }, fresh)} />
                    </div>
                  </>
                )}
              </Card>
            );
          })}
        </ol>
      )}
      <AddStep
        label={list === "steps" ? "Add a step" : "Add a step that is always done"}
        add={(fresh) => changes.add({ list, index: steps.length }, fresh)}
      />
    </div>
  );
}

const TITLES: Record<StepList, string> = { steps: "Steps", always: "Always done" };

function AddStep({ label, add }: { label: string; add: (step: Written) => void }) {
  return (
    <Select
      aria-label={label}
      value=""
      onChange={({ target }) => {
        const form = STEP_FORMS[target.value];
        if (form !== undefined) add(form.fresh);
      }}
    >
      <option value="" disabled>
        {label} …
      </option>
      {Object.entries(STEP_FORMS).map(([name, { about }]) => (
        <option key={name} value={name}>
          {name} · {about}
        </option>
      ))}
    </Select>
  );
}

type CardButtonProps = { id: string; label: string; isDisabled?: boolean; press: () => void; children: ReactNode };

export function CardButton({ id, label, isDisabled, press, children }: CardButtonProps) {
  return (
    <Button variant="ghost" size="sm" className="w-8 px-0" id={id} aria-label={label} disabled={isDisabled} onClick={press}>
      {children}
    </Button>
  );
}
