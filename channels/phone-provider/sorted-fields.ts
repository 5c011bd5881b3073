/** The fields of a form as they are signed: sorted by name, those of one name by value, by their code units. */
export function sortedFields(fields: URLSearchParams): [name: string, value: string][] {
  return [...fields].sort(([name, value], [other, otherValue]) => before(name, other) || before(value, otherValue));
}

function before(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
