import type { TestProject } from "vitest/node";
import { bundle } from "./bundle.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The worker in one file, made for this run. */
    workerFile: string;
  }
}

const WORKER = "worker/main.ts";
const run = globalThis as typeof globalThis & { workerOfThisRun?: ReturnType<typeof bundle> };

/** The worker in one file for all projects of a run, which start a hundred of them; where files are watched, made again before each. */
export default async function setup(project: TestProject): Promise<() => void> {
  if (!run.workerOfThisRun) project.onTestsRerun(async () => void (await bundle(WORKER)));
  run.workerOfThisRun ??= bundle(WORKER);
  const { file, remove } = await run.workerOfThisRun;
  project.provide("workerFile", file);
  process.once("exit", remove); // a run that is cut short
  return remove;
}
