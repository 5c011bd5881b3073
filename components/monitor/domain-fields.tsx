import { useState } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field, FieldError } from "#components/ui/field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { WireField } from "#components/ui/wire-field.tsx";
import { DOMAIN_TEST_WORDS, DOMAIN_TESTS } from "#core/domain/domain-tests.ts";
import { domainTyped } from "#core/domain/domain-typed.ts";
import { unicodeName } from "#core/domain/unicode-name.ts";
import type { FormState } from "#core/form/form-state.ts";

/** What a domain monitor is told: the domain, and what of it the DNS does not say by itself. */
export default function DomainFields({ values, errors }: FormState) {
  const [typed, setTyped] = useState(values.host ?? "");
  return (
    <>
      <div className="grid gap-1.5">
        <WireField
          label="Domain"
          name="host"
          value={values.host}
          placeholder="example.com"
          hint="What stands behind the @. Its mail servers are found, and each is met on every address."
          error={errors.host}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <BothSpellings typed={typed} />
      </div>
      <WireField
        label="DKIM selectors"
        name="selectors"
        value={values.selectors}
        placeholder="mail, s1"
        hint="With commas between them: in the source of a message the domain sent, what stands behind s= in DKIM-Signature. Where you name none, usual ones are tried: the DNS does not list them."
        error={errors.selectors}
      />
      <Field
        label="Sending addresses"
        name="senders"
        hint="The IP addresses that its mail leaves from. SPF has to allow each of them, and each has to have a name that leads back to it."
        error={errors.senders}
      >
        {(control) => (
          <TextArea {...control} rows={2} className="font-mono" placeholder="192.0.2.25" defaultValue={values.senders} />
        )}
      </Field>
      <DomainTests values={values} errors={errors} />
      <WireField
        label="EHLO name"
        name="ehloName"
        value={values.ehloName}
        hint="The name the check says hello with. Best is the name its address has in DNS."
        error={errors.ehloName}
      />
    </>
  );
}

/** What is asked of its servers only where somebody wants it: it looks like an attempt at something bad. */
function DomainTests({ values, errors }: FormState) {
  const ticked = (values.tests ?? "").split(",");
  return (
    <fieldset aria-describedby={errors.tests ? "field-tests-error" : undefined}>
      <legend className="text-sm font-medium">Also ask its servers to take mail they should refuse</legend>
      <p className="mt-1 mb-1.5 text-sm text-muted">
        Only where you have proved that the domain is yours (Settings, Domains). Each is a dialogue of its own that ends before a
        message; servers may log it, and some block who asks such things.
      </p>
      {DOMAIN_TESTS.map((test) => (
        <Checkbox key={test} name="tests" value={test} defaultChecked={ticked.includes(test)} {...DOMAIN_TEST_WORDS[test]} />
      ))}
      {errors.tests && <FieldError id="field-tests-error">{errors.tests}</FieldError>}
    </fieldset>
  );
}

/** A name with letters that the DNS does not have, both as it is asked for and as people read it. */
function BothSpellings({ typed }: { typed: string }) {
  const name = domainTyped(typed).toLowerCase();
  const read = unicodeName(name);
  return (
    <p role="status" className="text-sm text-muted empty:hidden">
      {read !== name && (
        <>
          <span className="font-mono">{read}</span> is <span className="font-mono">{name}</span> in the DNS.
        </>
      )}
    </p>
  );
}
