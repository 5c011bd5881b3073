/** What becomes of the schedule, the results and the messages when parts of the product are killed, stopped, cut off and filled up; as a card. */
import { parseArgs } from "node:util";
import { startGround } from "#testing/faults/ground.ts";
import { saveReport } from "./save-report.ts";

const { rows, form, queue, save } = parseArgs({
  options: {
    rows: { type: "string" },
    form: { type: "string", default: "full" },
    queue: { type: "string" },
    save: { type: "boolean", default: false },
  },
}).values;
const wish = {
  ids: rows?.split(",") ?? null,
  queue: queue ?? null,
  form: form === "short" ? ("short" as const) : ("full" as const),
};

if (save && wish.form === "short") throw new Error("Only full forms are kept.");

const ground = await startGround();
try {
  const { playRows } = await import("./faults/play-rows.ts"); // it reads the environment that the ground makes
  const { asKept, keep, readKept } = await import("./faults/kept.ts");
  const { faultsReport } = await import("./faults/report.ts");
  const played = [];
  for await (const each of playRows(ground, wish)) {
    played.push(asKept(each));
    if (!save) continue;
    keep(played.at(-1)!);
    saveReport("faults", faultsReport(readKept(), wish.form));
  }
  console.log(faultsReport(played, wish.form));
} finally {
  await ground.remove();
}
process.exit(0); // the connections of this process to a database that is gone
