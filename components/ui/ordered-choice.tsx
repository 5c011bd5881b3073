"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { FieldError } from "./field.tsx";
import { Select } from "./select.tsx";

export type Option = { id: number; label: string };

type Props = {
  legend: string;
  /** What the select says that adds one, such as "Add a channel". */
  addText: string;
  hint?: string;
  options: readonly Option[];
  chosen: readonly number[];
  onChange: (chosen: number[]) => void;
  /** Whether the same one may stand in it more than once. */
  mayRepeat?: boolean;
  error?: string;
  /** Tells the fields of a page apart. */
  id: string;
};

/** Some of several in an order: they are added at the end, moved and taken out. */
export function OrderedChoice({ legend, addText, hint, options, chosen, onChange, mayRepeat, error, id }: Props) {
  const labelOf = (optionId: number) => options.find((each) => each.id === optionId)?.label ?? "gone";
  const left = mayRepeat ? options : options.filter(({ id: optionId }) => !chosen.includes(optionId));
  const move = (from: number, to: number) => {
    const moved = [...chosen];
    moved.splice(to, 0, ...moved.splice(from, 1));
    onChange(moved);
  };
  return (
    <fieldset className="grid gap-2" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      {chosen.length > 0 && (
        <ol className="divide-y divide-line rounded-md border border-line">
          {chosen.map((optionId, index) => (
            <li key={`${optionId} ${index}`} className="flex items-center gap-1 py-1 pr-1 pl-3">
              <span className="w-5 shrink-0 text-sm text-muted tabular-nums">{index + 1}</span>
              <span className="min-w-0 flex-1 wrap-anywhere">{labelOf(optionId)}</span>
              <IconButton label={`Move ${labelOf(optionId)} up`} isDisabled={index === 0} onPress={() => move(index, index - 1)}>
                <ArrowUp aria-hidden />
              </IconButton>
              <IconButton
                label={`Move ${labelOf(optionId)} down`}
                isDisabled={index === chosen.length - 1}
                onPress={() => move(index, index + 1)}
              >
                <ArrowDown aria-hidden />
              </IconButton>
              <IconButton label={`Take ${labelOf(optionId)} out`} onPress={() => onChange(chosen.filter((_, at) => at !== index))}>
                <X aria-hidden />
              </IconButton>
            </li>
          ))}
        </ol>
      )}
      {left.length > 0 && (
        <Select
          aria-label={addText}
          aria-invalid={error ? true : undefined}
          value=""
          onChange={(event) => onChange([...chosen, Number(event.target.value)])}
        >
          <option value="" disabled>
            {addText} …
          </option>
          {left.map((option) => (
            <option key={option.id} value={option.id}>
              {option.label}
            </option>
          ))}
        </Select>
      )}
      {hint && <p className="text-sm text-muted">{hint}</p>}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}

function IconButton({
  label,
  isDisabled,
  onPress,
  children,
}: {
  label: string;
  isDisabled?: boolean;
  onPress: () => void;
  children: ReactNode;
}) {
  return (
    <Button variant="ghost" size="sm" className="w-8 px-0" aria-label={label} disabled={isDisabled} onClick={onPress}>
      {children}
    </Button>
  );
}
