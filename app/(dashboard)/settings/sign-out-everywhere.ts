"use server";

import { redirect } from "next/navigation";
import { endEverySession } from "#app/_data/account/end-account.ts";
import { closeSession } from "#app/_data/session.ts";
import { requireViewer } from "#app/_data/viewer.ts";

export async function signOutEverywhere(): Promise<void> {
  const { userId } = await requireViewer();
  await endEverySession(userId);
  await closeSession();
  redirect("/sign-in");
}
