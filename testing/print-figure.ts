/** Prints what a test has measured or counted, beside the name of what had to hold, for whoever reads the run. */
export function printFigure(row: string, figure: string): void {
  console.info(`${row}: ${figure}`);
}
