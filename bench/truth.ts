/** What the product says of a simulated world whose truth is known, on a virtual clock; as a card. */
import { parseArgs } from "node:util";
import { saveReport } from "./save-report.ts";
import { playRows } from "./truth/play-rows.ts";
import { truthReport } from "./truth/report.ts";

const { values } = parseArgs({
  options: {
    rows: { type: "string" },
    form: { type: "string", default: "full" },
    save: { type: "boolean", default: false },
  },
});
const form = values.form === "short" ? "short" : "full";
const report = truthReport(playRows(values.rows?.split(",") ?? null, form), form);
console.log(report);
if (values.save) saveReport("truth", report);
