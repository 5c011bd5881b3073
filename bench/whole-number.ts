/** Reads a number of the command line. Throws where it is none or less than 1. */
export function wholeNumber(option: string, value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${option} is a whole number of at least 1, not "${value}"`);
  return number;
}
