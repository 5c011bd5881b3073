import { inject } from "vitest";

// The worker that spawn-worker.ts starts.
process.env.WORKER_FILE = inject("workerFile");
