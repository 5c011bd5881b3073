import { pool } from "../pool.ts";

/** Something that is left alone, and the operator's note about it. */
export type DeniedTargetRow = { deniedTargetId: number; target: string; note: string; createdAt: Date };

/** All that is left alone, the latest first. */
export async function listDeniedTargets(): Promise<DeniedTargetRow[]> {
  const { rows } = await pool.query<DeniedTargetRow>(
    `select id as "deniedTargetId", target, note, created_at as "createdAt" from denied_target order by created_at desc, id desc`,
  );
  return rows;
}
