import { connection } from "next/server";
import { listProbeAddresses } from "#app/_data/probe-addresses.ts";

/** Publishes the addresses checks come from, to everybody. */
export async function GET(): Promise<Response> {
  await connection(); // never answered from the build
  return Response.json({ addresses: listProbeAddresses() }, { headers: { "Cache-Control": "public, max-age=300" } });
}
