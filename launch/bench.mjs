import { spawn } from "node:child_process";
import path from "node:path";

// npm run bench [-- fleet|stored-check|first-load|probe|corpus|fuzz|peers|faults|truth|dashboard|alerts|scripts|mailbox|mailflow|domain|domains] [options of that benchmark]
const root = path.join(import.meta.dirname, "..");
const BENCHMARKS = [
  "fleet",
  "stored-check",
  "first-load",
  "probe",
  "corpus",
  "fuzz",
  "peers",
  "faults",
  "truth",
  "dashboard",
  "alerts",
  "scripts",
  "mailbox",
  "mailflow",
  "domain",
  "domains",
];
const given = process.argv.slice(2);
const name = given[0]?.startsWith("-") === false ? given.shift() : BENCHMARKS[0];

if (!name || !BENCHMARKS.includes(name)) {
  console.error(`There is no benchmark "${name}". There are: ${BENCHMARKS.join(", ")}.`);
  process.exit(2);
}
const bench = spawn(process.execPath, ["--import", "tsx", path.join("bench", `${name}.ts`), ...given], {
  cwd: root,
  stdio: "inherit",
});
bench.once("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
