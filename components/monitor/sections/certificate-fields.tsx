import { ChoiceField } from "#components/ui/choice-field.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { WireField } from "#components/ui/wire-field.tsx";
import type { FormState } from "#core/form/form-state.ts";
import { EXCEPTION_WORDS } from "#core/monitor/monitor-form-words.ts";

/** How the certificate is judged: the one thing that may be wrong with it, and what it must be on top. */
export function CertificateFields({ values, errors }: FormState) {
  return (
    <>
      <ChoiceField
        label="May be wrong with it"
        name="except"
        words={EXCEPTION_WORDS}
        value={values.except}
        error={errors.except}
        hint="One thing at most, so that everything else still counts."
      />
      <Field
        label="Own authority"
        name="ca"
        hint="Certificates in PEM that are trusted besides the usual ones. Better than an exception."
        error={errors.ca}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={4}
            defaultValue={values.ca}
            placeholder="-----BEGIN CERTIFICATE-----"
            className="font-mono"
          />
        )}
      </Field>
      <WireField
        label="Pinned fingerprint"
        name="pin"
        value={values.pin}
        hint="SHA-256, as openssl x509 -fingerprint -sha256 prints it. Any other certificate is down."
        error={errors.pin}
      />
      <WireField
        label="Tell this many days before it ends"
        name="warnDays"
        value={values.warnDays}
        inputMode="numeric"
        hint="14 where it is left empty; 30, 14, 7 and 1 are usual. From then on the monitor is degraded."
        error={errors.warnDays}
        className="max-w-28"
      />
    </>
  );
}
