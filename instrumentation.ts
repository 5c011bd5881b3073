import type { Instrumentation } from "next";
import { log } from "#app/_data/log.ts";

/** Whatever a page, an action or a route throws is logged here, once. The query is left out: it may hold a token. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const digest = error instanceof Error && "digest" in error ? error.digest : undefined;
  log.error(
    { err: error, digest, method: request.method, path: request.path.split("?")[0], route: context.routePath },
    "request failed",
  );
};
