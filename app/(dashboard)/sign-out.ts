"use server";

import { redirect } from "next/navigation";
import { closeSession } from "#app/_data/session.ts";

/** Ends the session of this browser and leaves the dashboard. */
export async function signOut(): Promise<void> {
  await closeSession();
  redirect("/");
}
