import type { ReactNode } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { ChoiceField } from "#components/ui/choice-field.tsx";
import { Field } from "#components/ui/field.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { ChannelField } from "#core/channel/channel-field.ts";
import { forgetFieldOf, SWITCHED_ON } from "#core/channel/channel-form.ts";
import { inSentence } from "#core/text/in-sentence.ts";

type Props = {
  field: ChannelField;
  value: string | undefined;
  error: string | undefined;
  /** Of a secret: whether one is stored, which is never shown. */
  isStored: boolean;
};

/** The input for one thing that a kind of channel asks for. */
export function ChannelInput({ field, value, error, isStored }: Props) {
  const { name, label: plain, hint, type, choices = {}, isOptional = false } = field;
  if (type === "choice") return <ChoiceField label={plain} name={name} words={choices} value={value} hint={hint} error={error} />;
  if (type === "switch")
    return <Checkbox label={plain} hint={hint} name={name} value={SWITCHED_ON} defaultChecked={value === SWITCHED_ON} />;
  const label = isOptional ? <Optional label={plain} /> : plain;
  if (type === "secret") return <SecretInput {...{ name, label, hint, error, isOptional, isStored, plain }} />;
  return (
    <Field label={label} name={name} hint={hint} error={error}>
      {(control) => (
        <TextInput {...control} type={type} mono={type === "url"} autoComplete="off" spellCheck={false} defaultValue={value} />
      )}
    </Field>
  );
}

type SecretProps = {
  name: string;
  label: ReactNode;
  plain: string;
  hint: string | undefined;
  error: string | undefined;
  isOptional: boolean;
  isStored: boolean;
};

/** What is stored stays where nothing is typed; one that is optional can be forgotten as well. */
function SecretInput({ name, label, plain, hint, error, isOptional, isStored }: SecretProps) {
  const kept = isStored && "Stored, and never shown: leave this empty to keep it.";
  return (
    <div className="grid gap-1.5">
      <Field label={label} name={name} hint={[kept, hint].filter(Boolean).join(" ") || undefined} error={error}>
        {(control) => (
          <PasswordInput
            control={control}
            autoComplete="off"
            what={inSentence(plain)}
            placeholder={isStored ? "••••••••" : undefined}
          />
        )}
      </Field>
      {isOptional && isStored && (
        <Checkbox label={`Forget the stored ${inSentence(plain)}`} name={forgetFieldOf(name)} value={SWITCHED_ON} />
      )}
    </div>
  );
}

function Optional({ label }: { label: string }) {
  return (
    <>
      {label} <span className="font-normal text-muted">(optional)</span>
    </>
  );
}
