// Loaded into a worker that is measured: SIGUSR2 starts a CPU profile, and the next one ends it and writes it to PROFILE_FOLDER.
import { writeFileSync } from "node:fs";
import { Session } from "node:inspector";
import path from "node:path";

const SAMPLE_EVERY_US = 200;

const folder = process.env.PROFILE_FOLDER;
const session = new Session();
session.connect();
session.post("Profiler.enable");
session.post("Profiler.setSamplingInterval", { interval: SAMPLE_EVERY_US });

let isRunning = false;
process.on("SIGUSR2", () => {
  if (!isRunning) session.post("Profiler.start");
  else {
    session.post("Profiler.stop", (error, answer) => {
      if (error) throw error;
      writeFileSync(path.join(String(folder), `${process.pid}.cpuprofile`), JSON.stringify(answer.profile));
    });
  }
  isRunning = !isRunning;
});
