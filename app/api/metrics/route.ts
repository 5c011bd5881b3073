import { connection } from "next/server";
import { loadMetrics } from "#app/_data/system/metrics.ts";

/** The figures of the operator's page in Prometheus' text format, for whoever shows the token. */
export async function GET(request: Request): Promise<Response> {
  await connection(); // never answered from the build
  const answer = await loadMetrics(request.headers.get("authorization"));
  if (answer.kind === "absent") return new Response("There is nothing here.\n", { status: 404 });
  if (answer.kind === "refused") {
    return new Response("Show the token.\n", { status: 401, headers: { "WWW-Authenticate": "Bearer" } });
  }
  return new Response(answer.text, { headers: { "Content-Type": answer.contentType, "Cache-Control": "no-store" } });
}
