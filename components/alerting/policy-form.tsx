"use client";

import { useActionState, useState, type ReactNode } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { EscalationPolicy } from "#core/escalation/escalation-policy.ts";
import { typedPolicy, untypedPolicy, type TypedPolicy } from "#core/escalation/policy-form.ts";
import type { FormAction } from "#core/form/form-state.ts";
import { LadderFields } from "./ladder-fields.tsx";
import { QuietFields } from "./quiet-fields.tsx";
import { TellFields, type TellChoices } from "./tell-fields.tsx";
import { TimeInput } from "./time-input.tsx";

type Props = {
  values: { name: string; tags: string; isDefault: string };
  policy: EscalationPolicy;
  zone: string;
  tags: readonly string[];
  choices: TellChoices;
  save: FormAction;
  submitText: string;
};

/** The form of an escalation policy: what it is for, the steps, and what is told otherwise than an outage. */
export function PolicyForm({ values, policy, zone, tags, choices, save, submitText }: Props) {
  const [state, submit] = useActionState(save, { values, errors: {} });
  const [typed, setTyped] = useState(() => typedPolicy(policy, zone));
  const change = (changed: Partial<TypedPolicy>) => setTyped({ ...typed, ...changed });
  const { errors } = state;
  return (
    <Form isHeld state={state} action={submit} className="max-w-2xl">
      <Field label="Name" name="name" hint="Such as “Mail servers of customers”." error={errors.name}>
        {(control) => <TextInput {...control} defaultValue={state.values.name} autoComplete="off" />}
      </Field>
      <Field
        label="For monitors with one of these tags"
        name="tags"
        hint={`Separated by commas. ${tags.length === 0 ? "No monitor has a tag yet." : `There are: ${tags.slice(0, 20).join(", ")}.`} A monitor can choose it by itself, too.`}
        error={errors.tags}
      >
        {(control) => (
          <TextInput {...control} defaultValue={state.values.tags} autoComplete="off" autoCapitalize="none" spellCheck={false} />
        )}
      </Field>
      <Checkbox
        name="isDefault"
        defaultChecked={state.values.isDefault === "on"}
        label="For every monitor that no other policy is for"
        hint="The team’s default; the one before it is none any more."
      />
      <Part title="When a server is down">
        <LadderFields id="down" ladder={typed.down} choices={choices} errors={errors} onChange={(down) => change({ down })} />
      </Part>
      <Part title="When it is only degraded">
        <Checkbox
          label="Warnings have steps of their own"
          checked={typed.hasOwnWarnings}
          onChange={() => change({ hasOwnWarnings: !typed.hasOwnWarnings })}
        />
        {typed.hasOwnWarnings && (
          <LadderFields
            id="degraded"
            ladder={typed.degraded}
            choices={choices}
            errors={errors}
            onChange={(degraded) => change({ degraded })}
          />
        )}
        <QuietFields typed={typed} errors={errors} onChange={change} />
      </Part>
      <Part title="When something about it changes">
        <Checkbox
          label="Others than the first step tells"
          hint="A certificate about to expire, STARTTLS that is gone, and what else its monitor says is told of."
          checked={typed.hasOwnChanges}
          onChange={() => change({ hasOwnChanges: !typed.hasOwnChanges })}
        />
        {typed.hasOwnChanges && (
          <TellFields
            id="change"
            legend="Tell of changes"
            tell={typed.change}
            choices={choices}
            errors={errors}
            onChange={(told) => change({ change: told })}
          />
        )}
      </Part>
      <Part title="When somebody acknowledges">
        <Checkbox
          label="An acknowledgement lasts for a time only"
          hint="Then the steps begin anew, in case whoever had it fell asleep. Otherwise it lasts until the incident is over."
          checked={typed.doesLapse}
          onChange={() => change({ doesLapse: !typed.doesLapse })}
        />
        {typed.doesLapse && (
          <TimeInput
            label="It lasts"
            id="acknowledgedForS"
            value={typed.lapse}
            error={errors.acknowledgedForS}
            onChange={(lapse) => change({ lapse })}
          />
        )}
      </Part>
      <input type="hidden" name="policy" value={JSON.stringify(untypedPolicy(typed))} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton pendingText="Saving">{submitText}</SubmitButton>
        <LinkButton href="/policies" variant="ghost">
          Cancel
        </LinkButton>
      </div>
    </Form>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-4 border-t border-line pt-4">
      <legend className="float-left mb-1 w-full font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}
