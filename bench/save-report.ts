import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Keeps what a benchmark printed beside the others. */
export function saveReport(name: string, report: string): void {
  const folder = path.join(import.meta.dirname, "results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.md`), `${report}\n`);
}
