import { createPostgresBackend } from "bullmq";

/**
 * BullMQ on PostgreSQL, for those who have made its tables. Left to itself it looks for them first and keeps what came of that for ever:
 * where the database went away just then, every later question fails at once and is asked again at once, until the process ends.
 */
export const readyBackend: typeof createPostgresBackend = (...wishes) => {
  const backend = createPostgresBackend(...wishes);
  backend.connection.waitUntilReady = () => Promise.resolve();
  return backend;
};
