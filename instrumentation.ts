import type { Instrumentation } from "next";
import { log } from "#app/_data/log.ts";

const logged = new WeakSet<object>();

/**
 * Whatever a page, an action or a route throws is logged here, once: the layout and the page of one request may fail with one and
 * the same error. The query is left out of the log, for it may hold a token.
 */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  if (!(error instanceof Error) || logged.has(error)) return;
  logged.add(error);
  const digest = "digest" in error ? error.digest : undefined;
  log.error(
    { err: error, digest, method: request.method, path: request.path.split("?")[0], route: context.routePath },
    "request failed",
  );
};
