import { WireField } from "#components/ui/wire-field.tsx";
import type { FormState } from "#core/form-state.ts";

const IN_CLEAR = "expected-in-clear";

/** What the server must say, and must not. */
export function ExpectationFields({ values, errors }: FormState) {
  const props = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <>
      <WireField {...props("banner")} label="Text of the greeting" hint="It has to be in it somewhere, whatever its case." />
      <WireField {...props("ehlo")} label="Text of the answer to EHLO" />
      <WireField
        {...props("offers")}
        label="Must offer"
        placeholder="SMTPUTF8, AUTH PLAIN"
        hint="Capabilities of the last EHLO, with commas between them; STARTTLS counts as it was before TLS."
      />
      <WireField {...props("offersNot")} label="Must not offer" placeholder="AUTH LOGIN" />
      <WireField
        {...props("offersNotInClear")}
        label="Must not offer in the clear"
        placeholder="AUTH"
        list={IN_CLEAR}
        hint="In the EHLO before TLS. AUTH there lets passwords be overheard."
      />
      <datalist id={IN_CLEAR} aria-label="Usual choices">
        <option value="AUTH">AUTH in any form</option>
        <option value="AUTH PLAIN, AUTH LOGIN">the two that send the password itself</option>
      </datalist>
      <WireField
        {...props("sizeBytes")}
        label="SIZE at least"
        inputMode="numeric"
        placeholder="52428800"
        hint="In bytes: 52428800 are 50 MiB."
        className="max-w-48"
      />
      <WireField
        {...props("fineCodes")}
        label="Reply codes that count as fine"
        placeholder="554"
        hint="Where the server answers with one of these, the check ends well."
        className="max-w-48"
      />
    </>
  );
}
