import { Complaint } from "./complaint.mjs";
import { readWebProcesses } from "./settings.mjs";

/** The web server: one process that serves the pages, or several behind one port (docs/decisions/032-web-processes.md). */

const count = readCount();
if (count === 1) await import("./serve-pages.mjs");
else {
  const { startWebProcesses } = await import("./web-processes.mjs");
  startWebProcesses(count);
}

function readCount() {
  try {
    return readWebProcesses(process.env);
  } catch (error) {
    if (!(error instanceof Complaint)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
