import { useState, type KeyboardEvent } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { READY_MADE, writeReadyMade } from "#core/script/ready-made/ready-made-scripts.ts";
import { QUESTIONS, type Answers } from "#core/script/ready-made/ready-made.ts";

/** A script to begin with: which one, and the few answers it needs. */
export function ReadyMadeChoice({ write }: { write: (text: string) => void }) {
  const [chosen, setChosen] = useState(0);
  const [answers, setAnswers] = useState<Answers>({});
  const readyMade = READY_MADE[chosen]!;
  const finish = () => write(writeReadyMade(readyMade, answers));
  // Enter sends the form around it, which has no script yet.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    finish();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Enter in one of its fields is what its button does
    <div className="grid gap-4" onKeyDown={onKeyDown}>
      <Field label="Begin with" name="readyMade" hint={readyMade.about}>
        {(control) => (
          <Select {...control} defaultValue={chosen} onChange={({ target }) => setChosen(Number(target.value))}>
            {READY_MADE.map(({ name }, index) => (
              <option key={name} value={index}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        {readyMade.asks.map((question) => (
          <Field key={question} name={`ask-${question}`} label={QUESTIONS[question].label} hint={QUESTIONS[question].hint}>
            {(control) => (
              <TextInput
                {...control}
                mono
                placeholder={QUESTIONS[question].example}
                value={answers[question] ?? ""}
                onChange={({ target }) => setAnswers({ ...answers, [question]: target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <Button className="justify-self-start" onClick={finish}>
        Write the script
      </Button>
    </div>
  );
}
