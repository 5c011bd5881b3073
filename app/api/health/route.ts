import { connection } from "next/server";
import { loadHealth } from "#app/_data/health.ts";

/** Says whether database, queue, workers and leader are alive: 200, or 503 where one is not. */
export async function GET(): Promise<Response> {
  await connection(); // never answered from the build
  const health = await loadHealth();
  return Response.json(health, { status: health.status === "ok" ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}
