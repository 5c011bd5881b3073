"use client";

import { Plus, X } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { FieldError } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { newTell, type TypedTell } from "#core/escalation/policy-form.ts";
import { ROADS } from "#core/escalation/policy-words.ts";

type Option = { value: string; label: string };
/** Whom there is to tell. */
export type TellChoices = { channels: readonly Option[]; contacts: readonly Option[]; onCall: readonly Option[] };

type Props = {
  id: string;
  legend: string;
  tell: readonly TypedTell[];
  choices: TellChoices;
  errors: Record<string, string>;
  onChange: (tell: TypedTell[]) => void;
};

/** Who is told: a line for each, and how, where it is a person. */
export function TellFields({ id, legend, tell, choices, errors, onChange }: Props) {
  const change = (changed: TypedTell) => onChange(tell.map((each) => (each.key === changed.key ? changed : each)));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      {tell.map((each, index) => (
        <div
          key={each.key}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2 sm:grid-cols-[minmax(0,1fr)_11rem_auto]"
        >
          <WhomSelect label={`${legend} ${index + 1}`} tell={each} choices={choices} onChange={change} />
          <div className="row-start-2 sm:row-start-auto">{isPerson(each) && <RoadSelect tell={each} onChange={change} />}</div>
          <Button
            variant="ghost"
            className="col-start-2 row-start-1 w-10 px-0 sm:col-start-3"
            aria-label={`Do not tell ${index + 1}`}
            disabled={tell.length === 1}
            onClick={() => onChange(tell.filter(({ key }) => key !== each.key))}
          >
            <X aria-hidden />
          </Button>
          {errorAt(errors, `${id}.${index}`) && <FieldError>{errorAt(errors, `${id}.${index}`)}</FieldError>}
        </div>
      ))}
      <div>
        <Button size="sm" onClick={() => onChange([...tell, newTell()])}>
          <Plus aria-hidden /> Tell somebody else, too
        </Button>
      </div>
      {errors[id] && <FieldError>{errors[id]}</FieldError>}
    </fieldset>
  );
}

type WhomProps = { label: string; tell: TypedTell; choices: TellChoices; onChange: (tell: TypedTell) => void };

function WhomSelect({ label, tell, choices, onChange }: WhomProps) {
  const groups = [
    { label: "On call", options: choices.onCall },
    { label: "Contacts", options: choices.contacts },
    { label: "Channels", options: choices.channels },
  ].filter(({ options }) => options.length > 0);
  const isGone = tell.whom !== "monitor" && !groups.some(({ options }) => options.some(({ value }) => value === tell.whom));
  return (
    <Select
      aria-label={label}
      value={tell.whom}
      aria-invalid={isGone ? true : undefined}
      onChange={(event) => onChange({ ...tell, whom: event.target.value, by: "" })}
    >
      <option value="monitor">the monitor’s channels</option>
      {isGone && <option value={tell.whom}>somebody who is gone</option>}
      {groups.map((group) => (
        <optgroup key={group.label} label={group.label}>
          {group.options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}

function RoadSelect({ tell, onChange }: { tell: TypedTell; onChange: (tell: TypedTell) => void }) {
  const isSeveral = tell.by.includes(",");
  return (
    <Select
      aria-label="By which of their channels"
      value={tell.by}
      onChange={(event) => onChange({ ...tell, by: event.target.value })}
    >
      <option value="">their first channel</option>
      {isSeveral && <option value={tell.by}>{tell.by.split(",").join(" and ")}</option>}
      {Object.entries(ROADS).map(([kind, road]) => (
        <option key={kind} value={kind}>
          by {road}
        </option>
      ))}
    </Select>
  );
}

function isPerson({ whom }: TypedTell): boolean {
  return whom.startsWith("contact-") || whom.startsWith("oncall-");
}

function errorAt(errors: Record<string, string>, path: string): string | undefined {
  const found = Object.entries(errors).find(([each]) => each === path || each.startsWith(`${path}.`));
  return found?.[1];
}
