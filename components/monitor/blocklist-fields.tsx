import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field, FieldError } from "#components/ui/field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { WEIGHTS } from "#core/blocklist/dns-list.ts";
import type { ListChoice } from "#core/blocklist/list-choice.ts";
import { SUBJECT_WORDS, WEIGHT_WORDS } from "#core/blocklist/weight-words.ts";
import type { FormState } from "#core/form/form-state.ts";

type Props = FormState & { lists: readonly ListChoice[] };

/** What a blocklist monitor is told: what is looked up, and on which lists. */
export default function BlocklistFields({ values, errors, lists }: Props) {
  const ticked = (values.lists ?? "").split(",").filter((list) => list !== "");
  return (
    <>
      <Field
        label="Addresses and domains"
        name="entries"
        hint="One a line, or with commas: what your mail leaves from, and the domains in it. A range such as 192.0.2.0/28 may have 256 addresses."
        error={errors.entries}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={4}
            className="font-mono"
            placeholder={"192.0.2.25\n2001:db8::25\nexample.com"}
            defaultValue={values.entries}
          />
        )}
      </Field>
      <details className="rounded-md border border-line-strong px-3 py-2" open={ticked.length > 0 || errors.lists !== undefined}>
        <summary className="font-medium">
          Lists <span className="text-sm font-normal text-muted">tick none to ask all that answer</span>
        </summary>
        <fieldset aria-describedby={errors.lists ? "field-lists-error" : undefined} className="mt-3 grid gap-4">
          <legend className="sr-only">Lists that are asked</legend>
          {WEIGHTS.map((weight) => (
            <fieldset key={weight}>
              <legend className="text-sm font-medium">{WEIGHT_WORDS[weight].name}</legend>
              <p className="mb-1 text-sm text-muted">{WEIGHT_WORDS[weight].about}</p>
              {lists
                .filter((list) => list.weight === weight)
                .map((list) => (
                  <Checkbox
                    key={list.id}
                    name="lists"
                    value={list.id}
                    defaultChecked={ticked.includes(list.id)}
                    label={list.name}
                    hint={hintOf(list)}
                  />
                ))}
            </fieldset>
          ))}
          {errors.lists && <FieldError id="field-lists-error">{errors.lists}</FieldError>}
        </fieldset>
      </details>
    </>
  );
}

function hintOf({ operator, holds, terms, lacksKey }: ListChoice): string {
  const key = lacksKey ? " Not asked without a key: Settings, Blocklists." : "";
  return `${operator}; ${holds.map((subject) => SUBJECT_WORDS[subject]).join(", ")}. ${terms.says}${key}`;
}
