import { inTransaction } from "../transaction.ts";

/**
 * Lets a frozen team have new things looked at again; what it wanted until now is no scan. Returns its monitors that were paused when it was
 * frozen, for whoever resumes them; null where it is not frozen.
 */
export async function letTeamGo(teamId: number): Promise<number[] | null> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ frozenAt: Date | null; frozenFrom: Date }>(
      `select frozen_at as "frozenAt", frozen_from as "frozenFrom" from team where id = $1 for no key update`,
      [teamId],
    );
    const [team] = rows;
    if (!team?.frozenAt) return null;
    await client.query("update team set frozen_at = null, frozen_from = null, frozen_why = null where id = $1", [teamId]);
    await client.query("update wanted_server set wanted_at = wanted_at - interval '1 hour' where team_id = $1", [teamId]);
    const paused = await client.query<{ id: number }>(
      "select id from monitor where team_id = $1 and created_at >= $2 and paused_at >= $3",
      [teamId, team.frozenFrom, team.frozenAt],
    );
    return paused.rows.map(({ id }) => id);
  });
}
