import { WireField } from "#components/ui/wire-field.tsx";
import type { DialogueKind } from "#core/check/stage.ts";
import type { FormState } from "#core/form/form-state.ts";

const IN_CLEAR = "expected-in-clear";

/** What servers of a kind are asked in, what they may offer, and how they offer logins. */
const WORDS: Record<DialogueKind, { offer: string; offers: string; offersNot: string; inClear: [typed: string, words: string][] }> =
  {
    smtp: {
      offer: "EHLO",
      offers: "SMTPUTF8, AUTH PLAIN",
      offersNot: "AUTH LOGIN",
      inClear: [
        ["AUTH", "AUTH in any form"],
        ["AUTH PLAIN, AUTH LOGIN", "the two that send the password itself"],
      ],
    },
    imap: {
      offer: "CAPABILITY",
      offers: "IDLE, AUTH=PLAIN",
      offersNot: "AUTH=LOGIN",
      inClear: [["AUTH=PLAIN, AUTH=LOGIN", "the two that send the password itself"]],
    },
    pop3: {
      offer: "CAPA",
      offers: "UIDL, SASL PLAIN",
      offersNot: "SASL LOGIN",
      inClear: [
        ["USER, SASL", "logins in any form"],
        ["USER, SASL PLAIN, SASL LOGIN", "those that send the password itself"],
      ],
    },
  };

/** What the server must say, and must not. */
export function ExpectationFields({ kind, values, errors }: FormState & { kind: DialogueKind }) {
  const props = (name: string) => ({ name, value: values[name], error: errors[name] });
  const { offer, offers, offersNot, inClear } = WORDS[kind];
  const isSmtp = kind === "smtp";
  return (
    <>
      <WireField {...props("banner")} label="Text of the greeting" hint="It has to be in it somewhere, whatever its case." />
      {isSmtp && <WireField {...props("ehlo")} label="Text of the answer to EHLO" />}
      <WireField
        {...props("offers")}
        label="Must offer"
        placeholder={offers}
        hint={`Capabilities of the last ${offer}, with commas between them; ${kind === "pop3" ? "STLS" : "STARTTLS"} counts as it was before TLS.`}
      />
      <WireField {...props("offersNot")} label="Must not offer" placeholder={offersNot} />
      <WireField
        {...props("offersNotInClear")}
        label="Must not offer in the clear"
        placeholder={inClear[0]?.[0]}
        list={IN_CLEAR}
        hint={`In the ${offer} before TLS. A login there lets passwords be overheard.`}
      />
      <datalist id={IN_CLEAR} aria-label="Usual choices">
        {inClear.map(([typed, words]) => (
          <option key={typed} value={typed}>
            {words}
          </option>
        ))}
      </datalist>
      {isSmtp && (
        <>
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
      )}
    </>
  );
}
