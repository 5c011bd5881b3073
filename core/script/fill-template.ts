import { REFERENCE } from "./template.ts";

/** A text with the values of its variables, and `$${` as it is meant. A variable without a value is empty. */
export function fillTemplate(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(REFERENCE, (_, escaped: string | undefined, name: string) =>
    escaped === undefined ? (values.get(name) ?? "") : `\${${name}}`,
  );
}
