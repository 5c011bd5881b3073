import { notFound } from "next/navigation";
import { mayOperate } from "#core/account/may-operate.ts";
import type { Viewer } from "#core/account/viewer.ts";
import { env } from "#env.ts";
import { requireViewer } from "../viewer.ts";

/** Whether a viewer may see how the whole product does. */
export function isOperator(viewer: Viewer): boolean {
  return mayOperate(viewer, env.OPERATORS, env.EMBEDDED);
}

/** Who is signed in and may see that; for anybody else there is no such page. */
export async function requireOperator(): Promise<Viewer> {
  const viewer = await requireViewer();
  return isOperator(viewer) ? viewer : notFound();
}
