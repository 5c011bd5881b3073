import { Plus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { PAIR_WORDS, pairsOf, pairsValue, type FieldValue, type Pair } from "#core/script/field-text.ts";

type Props = {
  label: string;
  hint: string | undefined;
  as: keyof typeof PAIR_WORDS;
  id: string;
  value: unknown;
  write: (value: FieldValue | undefined) => void;
};

/** Names with something about each: variables with their values, header fields with a pattern. */
export function PairRows({ label, hint, as, id, value, write }: Props) {
  const [draft, setDraft] = useState<Pair[] | null>(null);
  const words: Record<string, string> = PAIR_WORDS[as];
  const pairs = draft ?? pairsOf(value);
  const change = (changed: Pair[]) => {
    setDraft(changed);
    write(pairsValue(changed));
  };
  const changeOne = (at: number, part: Partial<Pair>) =>
    change(pairs.map((pair, each) => (each === at ? { ...pair, ...part } : pair)));
  return (
    <fieldset className="col-span-full grid gap-2">
      <legend className="mb-1.5 text-sm font-medium">{label}</legend>
      {pairs.map((pair, at) => (
        <div key={at} className="grid grid-cols-[minmax(0,1fr)_auto] gap-2 sm:grid-cols-[8rem_11rem_minmax(0,1fr)_auto]">
          <TextInput mono aria-label="Name" value={pair.name} onChange={({ target }) => changeOne(at, { name: target.value })} />
          <Button
            variant="ghost"
            className="w-10 px-0 sm:order-last"
            aria-label={`Take ${pair.name || "this row"} out`}
            onClick={() => change(pairs.filter((_, each) => each !== at))}
          >
            <X aria-hidden />
          </Button>
          <Select
            className="col-span-full sm:col-span-1"
            aria-label="How"
            defaultValue={pair.how}
            onChange={({ target }) => changeOne(at, { how: target.value })}
          >
            {Object.entries(words).map(([how, word]) => (
              <option key={how} value={how}>
                {word}
              </option>
            ))}
          </Select>
          <TextInput
            mono
            className="col-span-full sm:col-span-1"
            aria-label="Text"
            value={pair.text}
            onChange={({ target }) => changeOne(at, { text: target.value })}
          />
        </div>
      ))}
      {hint && <p className="text-sm text-muted">{hint}</p>}
      <Button
        size="sm"
        className="justify-self-start"
        id={id}
        onClick={() => setDraft([...pairs, { name: "", how: Object.keys(words)[0]!, text: "" }])}
      >
        <Plus aria-hidden />
        Add
      </Button>
    </fieldset>
  );
}
